import { setTimeout as wait } from 'node:timers/promises';
import type { Waiting } from '@proofrail/github';
import type { Clock } from '@proofrail/core/ports';

/** Waits where GitHub asks to; how long at most, whoever asks it knows. */
export const patience = (clock: Clock): Waiting => ({ now: () => clock.now(), sleep: (milliseconds) => wait(milliseconds) });
