import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { NOBODY, restActor } from './account.ts';
import { numericId, oid, time } from './wire.ts';

type Account = FactsDocument['accounts'][number];

const activity = v.array(
  v.object({ id: numericId, before: oid, after: oid, timestamp: time, activity_type: v.string(), actor: restActor }),
);
type Push = v.InferOutput<typeof activity>[number];

const PER_PAGE = 100;
/** A branch with more pushes than this in one change is read to here and no further. */
const MOST_PAGES = 10;
/** Whatever moved the branch: a merge into it is a push like any other. */
const PUSHES: readonly string[] = ['push', 'force_push', 'branch_creation', 'pr_merge', 'merge_queue_merge'];

export interface Pushes {
  readonly last: FactsDocument['change']['last_push'];
  readonly pushers: Fact<readonly Account[]>;
}

export interface Branch {
  readonly owner: string;
  readonly name: string;
  readonly branch: string;
  readonly head: string;
  /** In another repository than the change goes to. */
  readonly fork: boolean;
  /** Whether the branch has to stand at the head still: once a change has landed it may have gone on, or be gone. */
  readonly live: boolean;
}

/**
 * Who brought the commits of a change to its branch, by what GitHub noted at each push: the committer's date in a commit is the
 * pusher's to write. `commits` are those of the change. For a fork this asks the fork, and what it does not show stays unknown.
 */
export async function readPushes(asker: Asker, branch: Branch, commits: ReadonlySet<string>): Promise<Pushes> {
  const found: Push[] = [];
  const { owner, name } = branch;
  const parameters = { owner, repo: name, ref: `refs/heads/${branch.branch}`, per_page: PER_PAGE };
  for (let pages = 1, after: string | null = null; ; pages += 1) {
    const read: Fact<{ content: Push[]; after: string | null }> = await asker.restPage(
      branch.fork ? ENDPOINTS.activityOfFork : ENDPOINTS.activity,
      after === null ? parameters : { ...parameters, after },
      activity,
    );
    if (!read.known) return { last: read, pushers: read };
    const { content, after: next }: { content: Push[]; after: string | null } = read.value;
    found.push(...content.filter((push) => !found.some(({ id }) => id === push.id)));
    if (next === null || reachesTheStart(found, commits)) break;
    if (pages >= MOST_PAGES) return { last: lastPush(found, branch), pushers: unknown('truncated') };
    after = next;
  }
  return { last: lastPush(found, branch), pushers: { known: true, value: pushersOf(found, commits) } };
}

/** Whether the oldest push read so far began before the change did; behind a force push there may be older ones that still count. */
function reachesTheStart(pushes: readonly Push[], commits: ReadonlySet<string>): boolean {
  const oldest = newestFirst(pushes)
    .filter(({ activity_type }) => PUSHES.includes(activity_type))
    .at(-1);
  return oldest !== undefined && oldest.activity_type !== 'force_push' && !commits.has(oldest.before);
}

function lastPush(pushes: readonly Push[], { head, live }: Branch): Pushes['last'] {
  const ordered = newestFirst(pushes).filter(({ activity_type }) => PUSHES.includes(activity_type));
  const newest = live ? ordered[0] : ordered.find(({ after }) => after === head);
  // GitHub notes pushes a moment later than it shows them: until then nobody knows who pushed this head.
  if (newest === undefined || newest.after !== head) return unknown('stale');
  return newest.actor.id === NOBODY
    ? unknown('absent')
    : { known: true, value: { at: newest.timestamp, person: newest.actor.id } };
}

const pushersOf = (pushes: readonly Push[], commits: ReadonlySet<string>): Account[] =>
  pushes.filter(({ after, activity_type }) => PUSHES.includes(activity_type) && commits.has(after)).map(({ actor }) => actor);

const newestFirst = (pushes: readonly Push[]): Push[] =>
  [...pushes].sort((one, other) => Number(BigInt(other.id) - BigInt(one.id)));
