import type { PostureSighting } from './posture-check.ts';
import { requiredContexts, type RequiredContext } from './required-contexts.ts';
import { seen, type Sight } from './sight.ts';
import type { Sights } from './sights.ts';

/** What is wrong with required checks. Finding nothing counts only where classic protection, which may require more, was seen too. */
export function aboutContexts(
  { rules, classic }: Pick<Sights, 'rules' | 'classic'>,
  find: (contexts: readonly RequiredContext[]) => readonly PostureSighting[],
): Sight<readonly PostureSighting[]> {
  if (!rules.seen) return rules;
  const found = find(requiredContexts({ rules, classic }));
  return found.length > 0 || classic.seen ? seen(found) : classic;
}
