import { sha256, textDigest } from '@proofrail/core/canonical';
import type { CommonBlock, Details, LedgerEntry } from '@proofrail/core/evidence';

export const REPOSITORY = '700001';

export interface DecisionAbout {
  readonly head: string;
  /** The tip of the branch when it was judged. */
  readonly base?: string;
  readonly number?: number | null;
  readonly outcome?: 'allow' | 'deny';
  readonly kind?: Details<'policy.decision'>['subject']['kind'];
  readonly stream?: string;
  readonly branch?: string;
  readonly landed?: string | null;
  readonly facts?: 'given' | 'read';
  readonly provisional?: boolean;
  readonly repository?: string;
}

let made = 0;

/** A decision as the verifier reads it back from a ledger: as much of one as decides anything about a merge. */
export function decided(about: DecisionAbout): LedgerEntry {
  const { head, base = head, number = 1, outcome = 'allow', kind = 'pull_request', stream = REPOSITORY, branch = 'main' } = about;
  const { landed = null, facts = 'read', provisional = false, repository = REPOSITORY } = about;
  const subject = {
    repository,
    kind,
    number,
    head,
    base,
    head_branch: textDigest('topic'),
    base_branch: textDigest(branch),
  };
  return {
    stream,
    digest: sha256(`decision ${(made += 1)}`),
    record: {
      kind: 'policy.decision',
      subject: [],
      evidence: { facts, merge_sha: landed } as CommonBlock,
      details: { decision: outcome, provisional, subject } as Details<'policy.decision'>,
    },
  };
}
