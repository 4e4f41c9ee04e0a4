import { textDigest } from '../canonical/text-digest.ts';
import { controlsOfKind, timestampOf, type Actor, type CommonInput, type RecordDraft } from '../evidence/index.ts';
import { bypassFingerprint } from './bypass-exception.ts';
import type { JudgedCommit } from './excuse-commits.ts';
import type { Refused, Verified } from './verdict.ts';

export interface MergeEvidenceContext {
  readonly branch: string;
  readonly repository: string;
  readonly facts: 'given' | 'read';
  /** Epoch milliseconds: decides which crosswalk is in force. */
  readonly at: number;
  readonly origin: Pick<CommonInput, 'system' | 'collector_id' | 'collector_version'>;
  readonly pushedBy: Actor | null;
}

/** What a check leaves behind about one commit of the branch. */
export function mergeEvidence(
  { landed, verdict, exception }: JudgedCommit,
  context: MergeEvidenceContext,
): RecordDraft<'change.merged'> | RecordDraft<'change.bypass'> {
  const common = {
    branch: textDigest(context.branch),
    commit: landed.commit,
    parent: landed.parents[0] ?? null,
    tree: landed.tree,
    pushed_by: context.pushedBy,
  };
  const subject = { commit: landed.commit };
  if (verdict.kind === 'verified') {
    const { pullRequest, head, method, decision, expectedTree } = verdict;
    return {
      kind: 'change.merged',
      subject,
      evidence: {
        ...originOf(landed.commit, verdict, context),
        outcome: 'pass',
        related: [{ rel: 'decision', digest: decision }],
      },
      details: { ...common, expected_tree: expectedTree, head, pull_request: pullRequest, method, decision },
    };
  }
  const { reason, pullRequest, head, expectedTree } = verdict;
  return {
    kind: 'change.bypass',
    subject,
    evidence: {
      ...originOf(landed.commit, verdict, context),
      outcome: exception === null ? 'fail' : 'bypassed',
      exception_id: exception,
    },
    details: {
      ...common,
      expected_tree: expectedTree,
      head,
      pull_request: pullRequest,
      state: exception === null ? verdict.kind : 'excepted',
      reason,
      fingerprint: bypassFingerprint(landed.commit, reason),
      exception,
    },
  };
}

function originOf(commit: string, verdict: Verified | Refused, context: MergeEvidenceContext): Omit<CommonInput, 'outcome'> {
  const { origin, repository, facts, at, pushedBy } = context;
  const given = facts === 'given' || (verdict.kind === 'verified' && verdict.factsGiven);
  return {
    ...origin,
    repo: repository,
    change_id: verdict.pullRequest === null ? null : `${repository}#${verdict.pullRequest}`,
    commit_sha: commit,
    head_sha: verdict.head,
    merge_sha: commit,
    actor_id: pushedBy,
    method: facts === 'given' ? 'manual' : 'pull',
    facts: given ? 'given' : 'read',
    // A check that finds nothing shows the same control as one that finds something.
    control_refs: controlsOfKind('change.bypass', timestampOf(at).slice(0, 10)),
  };
}
