import type { Call } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';

/** A sound change but for its required check, which has not ended. */
export function running() {
  const change = soundChange();
  const check = change.repository.checkRuns.find(({ name }) => name === 'test');
  if (check === undefined) throw new Error('the sound change has no check "test"');
  Object.assign(check, { status: 'in_progress', conclusion: null });
  const succeed = () => void Object.assign(check, { status: 'completed', conclusion: 'success' });
  return { change, succeed };
}

/** A look at what ran and at nothing else, as the gate takes one every 15 seconds while it waits. */
export const isLook = ({ kind, body }: Call): boolean => kind === 'graphql' && JSON.stringify(body).includes('query Contexts(');

/** What was asked for, whatever the order of what is asked at once. */
export const routesOf = (calls: readonly Call[]): string[] => calls.map(({ method, route }) => `${method} ${route}`).sort();
