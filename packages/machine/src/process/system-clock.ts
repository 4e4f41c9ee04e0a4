import type { Clock } from '@proofrail/core/ports';

/** The machine's clock: the only reading of it in actions and CLI. */
export const systemClock: Clock = { now: () => Date.now() };
