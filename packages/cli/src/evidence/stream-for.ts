import { isPullRequestStream, listStreams, parseStreamId, type StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';

/**
 * The stream that evidence belongs to: the one that was named, else the only one there is. A ledger of one repository needs no telling
 * which. ConfigurationError `ledger/which-stream`, `ledger/stream-id`.
 */
export async function streamFor(named: string | undefined, store: ObjectStore): Promise<StreamId> {
  if (named !== undefined) return parseStreamId(named, '--stream');
  const streams = (await listStreams(store)).filter((stream) => !isPullRequestStream(stream));
  const [only = NO_REPOSITORY, another] = streams;
  if (another === undefined) return only;
  throw new ConfigurationError('ledger/which-stream', {
    expected: 'one stream to write to',
    found: streams.join(', '),
    at: store.uri,
    doThis: 'name the id of the repository with --stream',
  });
}

/** Where a ledger is begun without a repository: no platform gives out the id 0. */
const NO_REPOSITORY = parseStreamId('0');
