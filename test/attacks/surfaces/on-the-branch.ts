import type { ProtectedBranch } from '../../merges/material/protected-branch.ts';
import type { Declared, ShownAttack } from '../attack.ts';
import { answerOfTheVerifier } from './answer-of-the-verifier.ts';

type Step = (main: ProtectedBranch) => void;

export interface BranchAttack extends Declared {
  /** The verdict on a commit. */
  readonly answer: string;
  readonly attacker: Step;
  readonly honest: Step;
}

/** The merge verifier reads a real repository whose main somebody has moved, and what the gate decided before. */
export const onTheBranch = ({ answer, attacker, honest, ...row }: BranchAttack): ShownAttack => ({
  ...row,
  ending: 'detected',
  answered: { by: 'merge verifier', with: answer },
  attacked: () => answerOfTheVerifier(attacker),
  untouched: () => answerOfTheVerifier(honest),
});
