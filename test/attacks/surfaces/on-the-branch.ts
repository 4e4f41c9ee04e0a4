import { ProtectedBranch } from '../../merges/material/protected-branch.ts';
import type { Answer, ShownAttack } from '../attack.ts';

type Step = (main: ProtectedBranch) => void;

export interface BranchAttack {
  readonly row: number;
  readonly attack: string;
  /** The verdict on a commit. */
  readonly answer: string;
  readonly seenRed: string;
  readonly live?: string;
  readonly attacker: Step;
  readonly honest: Step;
}

/** The merge verifier reads a real repository whose main somebody has moved, and what the gate decided before. */
export function onTheBranch({ answer, attacker, honest, ...row }: BranchAttack): ShownAttack {
  const verified = async (step: Step): Promise<Answer> => {
    using main = new ProtectedBranch();
    step(main);
    const words = await main.words();
    if (words.length === 0) throw new Error('nothing landed');
    const says = words.filter((word) => !word.startsWith('verified by '));
    return { outcome: says.length === 0 ? 'allow' : 'deny', says };
  };
  return {
    ...row,
    ending: 'detected',
    answered: { by: 'merge verifier', with: answer },
    attacked: () => verified(attacker),
    untouched: () => verified(honest),
  };
}
