import { parseStreamId, type StreamId } from '../ledger/stream-id.ts';

/** Events whose runs have the credentials of a pull request: whoever opened it could have written their workflow. */
const OF_PULL_REQUESTS: readonly string[] = ['pull_request', 'pull_request_review'];

/** Where a run writes: with a pull request's credentials into a stream of its own, which satisfies nothing later (decisions.md, Ledger). */
export const streamOfRun = (run: { readonly repository: { readonly id: string }; readonly event: string }): StreamId =>
  parseStreamId(OF_PULL_REQUESTS.includes(run.event) ? `${run.repository.id}-pr` : run.repository.id);
