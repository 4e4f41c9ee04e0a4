import * as v from 'valibot';
import { Asker } from './asking/asker.ts';
import { ENDPOINTS } from './asking/endpoints.ts';
import { notReadable } from './asking/github-failure.ts';
import { NO_RUN } from './change/own-run.ts';
import { named, numericId } from './change/wire.ts';
import type { RunIdentity } from './collect/context.ts';
import { findRepository } from './find-repository.ts';
import type { GitHubApi } from './github-api.ts';
import type { PullRequestSubject } from './subject.ts';
import type { Waiting } from './waiting.ts';

export interface AskedByHand {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  /** The run of a gate to look from: its own check is left out, and who set it off is known. Null: from nowhere. */
  readonly run: string | null;
}

const runBody = v.object({
  id: numericId,
  run_attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  event: named(64),
  path: named(1024),
});

/** What an event would have said, when a person asks and there is none. UnavailableError `github/not-readable` and others of GitHub. */
export async function askedByHand(
  { owner, name, number, run }: AskedByHand,
  api: GitHubApi,
  waiting: Waiting,
): Promise<{ readonly subject: PullRequestSubject; readonly run: RunIdentity }> {
  const asker = new Asker(api, waiting);
  const found = await findRepository(asker, owner, name);
  const repository = { id: found.id, name: found.fullName };
  const subject: PullRequestSubject = { kind: 'pull_request', repository: { id: found.id, owner, name }, number };
  if (run === null) return { subject, run: { repository, run: { id: NO_RUN, attempt: 0 }, event: 'by-hand', workflow: 'none' } };
  const read = await asker.rest(ENDPOINTS.run, { owner, repo: name, run_id: Number(run) }, runBody);
  if (!read.known) throw notReadable(`the run ${run}`, read.why, 'actions');
  const { id, run_attempt, event, path } = read.value;
  return { subject, run: { repository, run: { id, attempt: run_attempt }, event, workflow: path } };
}
