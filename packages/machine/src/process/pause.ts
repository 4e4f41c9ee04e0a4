import { setTimeout } from 'node:timers/promises';

/** Waits this many milliseconds. */
export const pause = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
