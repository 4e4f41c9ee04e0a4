import type { Waiting } from '@proofrail/github';
import type { Clock } from '@proofrail/core/ports';
import { pause } from '@proofrail/machine';

/** Waits where GitHub asks to; how long at most, whoever asks it knows. */
export const patience = (clock: Clock): Waiting => ({ now: () => clock.now(), sleep: pause });
