import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { Configuration } from '../controls/index.ts';
import { exceptionState, matches, MERGES_BYPASS, type Exception } from '../exceptions/index.ts';
import { bringers, type LandedCommit } from './landing-run.ts';
import type { Refused } from './verdict.ts';

/** One commit and one reason: what an exception names when it is registered afterwards. */
export function bypassFingerprint(commit: string, reason: Refused['reason']): Sha256 {
  return sha256(`${MERGES_BYPASS.id} ${commit} ${reason}`);
}

export interface ExceptionSources {
  readonly repository: string;
  /** Epoch seconds. */
  readonly at: number;
  /** As the last verified commit before this one has it: a bypass must not bring its own excuse. Excuses the whole rule. */
  readonly before: Configuration | null;
  /** As the newest verified commit has it. Excuses what it names by fingerprint, which nobody can know before the commit exists. */
  readonly newest: Configuration | null;
}

/** The id of the exception in force that covers a bypass, or null. What could not be found out is never covered. */
export function exceptionFor(landed: LandedCommit, refused: Refused, sources: ExceptionSources): string | null {
  if (refused.kind !== 'bypass') return null;
  const { repository, before, newest } = sources;
  const failed = { rule: MERGES_BYPASS.id, repository };
  const fingerprint = bypassFingerprint(landed.commit, refused.reason);
  const registered = before?.exceptions.find(
    (one) => matches(one, failed) && holds(one, before, landed, fingerprint, sources.at),
  );
  const named = newest?.exceptions.find(
    (one) => matches(one, { ...failed, fingerprint }) && holds(one, newest, landed, fingerprint, sources.at),
  );
  return (registered ?? named)?.id ?? null;
}

function holds(
  exception: Exception,
  { rules, exceptions, exceptionApprovers }: Configuration,
  landed: LandedCommit,
  fingerprint: Sha256,
  at: number,
): boolean {
  const { state } = exceptionState(exception, {
    at,
    rules,
    all: exceptions,
    findings: new Map([[fingerprint, MERGES_BYPASS.severity]]),
    paths: new Map(),
    contributors: contributorsOf(landed, exception),
    approvers: exceptionApprovers,
    used: true,
  });
  return state === 'active' || state === 'expiring';
}

/** Where nobody can say who pushed, nobody can say that the approver did not. */
function contributorsOf(landed: LandedCommit, exception: Exception): readonly string[] {
  if (landed.pushedBy === null) return [exception.approved_by];
  return [landed.pushedBy, ...bringers(landed).flatMap(({ author }) => author ?? [])];
}
