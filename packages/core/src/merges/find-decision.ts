import type { Sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import type { EvidenceRecord, LedgerEntry, RecordOf } from '../evidence/index.ts';
import { isPullRequestStream, type StreamId } from '../ledger/index.ts';
import type { BypassReason } from './reasons.ts';

/** Which decisions count: of this repository, about a change to this branch. */
export interface DecisionScope {
  /** In the order of the ledger, which alone says what is newer. The stream of pull requests may be among them: it only explains. */
  readonly entries: readonly LedgerEntry[];
  readonly stream: StreamId;
  readonly repository: string;
  readonly branch: string;
  readonly acceptGiven: boolean;
}

export type DecisionAnswer =
  | {
      readonly kind: 'allowed';
      readonly decision: Sha256;
      readonly factsGiven: boolean;
      /** The tip of the branch when it was judged: what lies below it, no reviewer of this change was shown. */
      readonly base: string;
      /** The commit that was judged as it landed: the head of a merge group. */
      readonly landed: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<BypassReason, 'no-allow-decision' | 'pull-request-stream' | 'denied' | 'facts-given'>;
    };

type Decision = RecordOf<'policy.decision'>;

/** The newest decision about a head, in the repository's own stream. What a pull request's credentials wrote allows nothing. */
export function findDecision(head: string, number: number, scope: DecisionScope): DecisionAnswer {
  const about = scope.entries.filter((entry) => isAbout(entry.record, head, number, scope));
  const newest = about.filter(({ stream }) => stream === scope.stream).at(-1);
  if (newest === undefined) {
    const hinted = about.some(({ stream }) => isPullRequestStream(stream as StreamId));
    return { kind: 'refused', reason: hinted ? 'pull-request-stream' : 'no-allow-decision' };
  }
  const { evidence, details } = newest.record as Decision;
  if (details.decision !== 'allow') return { kind: 'refused', reason: 'denied' };
  const factsGiven = evidence.facts === 'given';
  if (factsGiven && !scope.acceptGiven) return { kind: 'refused', reason: 'facts-given' };
  const { base } = details.subject;
  return { kind: 'allowed', decision: newest.digest, factsGiven, base, landed: landedIn(newest.record as Decision) };
}

function isAbout(record: EvidenceRecord, head: string, number: number, { repository, branch }: DecisionScope): boolean {
  if (record.kind !== 'policy.decision' || record.details.provisional) return false;
  const { subject } = record.details;
  // A deployment is decided about an artifact; a change judged for another branch was held against other protections (gate.md 2, row 14).
  if (subject.kind === 'deployment' || subject.base_branch.sha256 !== textDigest(branch).sha256) return false;
  return subject.repository === repository && subject.head === head && (subject.number ?? number) === number;
}

function landedIn({ evidence, details }: Decision): string | null {
  return details.subject.kind === 'merge_group' ? (evidence.merge_sha ?? details.subject.head) : null;
}
