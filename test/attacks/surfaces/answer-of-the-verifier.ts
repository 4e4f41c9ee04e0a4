import { ProtectedBranch } from '../../merges/material/protected-branch.ts';
import type { Answer } from '../attack.ts';

/** What the merge verifier says of everything that landed on main. */
export async function answerOfTheVerifier(happens: (main: ProtectedBranch) => void): Promise<Answer> {
  using main = new ProtectedBranch();
  happens(main);
  const words = await main.words();
  if (words.length === 0) throw new Error('nothing landed');
  const says = words.filter((word) => !word.startsWith('verified by '));
  return { outcome: says.length === 0 ? 'allow' : 'deny', says };
}
