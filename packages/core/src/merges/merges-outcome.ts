import { worstOutcome, type Outcome } from '../outcomes/index.ts';
import type { CheckedBranch } from './check-branch.ts';
import type { JudgedCommit } from './excuse-commits.ts';

/**
 * `deny` for every commit that is neither verified nor excepted. Nothing new is `allow` only because the tip was compared with `since`:
 * a branch that went anywhere else has at least one commit to show (design §11, line 1).
 */
export function mergesOutcome({ since, tip }: CheckedBranch, commits: readonly JudgedCommit[]): Outcome {
  if (commits.length === 0) return since === tip ? 'allow' : 'invalid';
  return worstOutcome(
    commits.map(({ verdict, exception }) => (verdict.kind === 'verified' || exception !== null ? 'allow' : 'deny')),
  );
}
