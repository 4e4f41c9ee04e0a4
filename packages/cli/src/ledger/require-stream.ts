import { listStreams } from '@proofrail/core/ledger';
import { ConfigurationError, UnavailableError, type CheckOutcome } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';

/** What was looked at, and how it ended. */
export interface LookedAt {
  readonly outcome: CheckOutcome;
  readonly streams: readonly { readonly stream: string }[];
}

const MOST_NAMED = 5;

/**
 * A stream of which nothing was found, in a ledger that has others, is most often a number that was mistyped. Asked only afterwards: one
 * that somebody vouches for and that is gone is a finding. ConfigurationError `ledger/no-stream`.
 */
export async function requireStream(store: ObjectStore, asked: string | undefined, seen: LookedAt): Promise<void> {
  const { outcome, streams } = seen;
  const isSettled = outcome === 'tampered' || outcome === 'unavailable';
  if (asked === undefined || isSettled || streams.some(({ stream }) => stream === asked)) return;
  const there = await streamsOf(store);
  if (there.length === 0 || there.some((stream) => stream === asked)) return;
  const more = there.length - MOST_NAMED;
  throw new ConfigurationError('ledger/no-stream', {
    expected: `a stream that is there: ${there.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    found: asked,
    at: '--stream',
    doThis: 'Name one of those, or leave --stream out to read all.',
  });
}

/** A role may be confined to its own stream: then nobody says which others there are. */
async function streamsOf(store: ObjectStore): Promise<readonly string[]> {
  try {
    return await listStreams(store);
  } catch (error) {
    if (error instanceof UnavailableError) return [];
    throw error;
  }
}
