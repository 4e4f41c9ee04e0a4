import { bypassFingerprint, type JudgedCommit } from '@proofrail/core/merges';

/** One commit in the spelling of the JSON documents: every member is there whatever came out. */
export function commitJson({ landed, verdict, exception }: JudgedCommit) {
  const verified = verdict.kind === 'verified';
  return {
    commit: landed.commit,
    parents: landed.parents,
    tree: landed.tree,
    expected_tree: verdict.expectedTree,
    state: exception === null ? verdict.kind : ('excepted' as const),
    reason: verified ? null : verdict.reason,
    method: verified ? verdict.method : null,
    pull_request: verdict.pullRequest,
    head: verdict.head,
    decision: verified ? verdict.decision : null,
    facts: verified && verdict.factsGiven ? 'given' : null,
    fingerprint: verified ? null : bypassFingerprint(landed.commit, verdict.reason),
    exception,
  };
}
