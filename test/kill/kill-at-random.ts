import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '../ledger/interleaved-store.ts';
import type { Crowd } from './crowd.ts';

interface Killing {
  readonly writers: number;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds between two kills, at most. */
  readonly pause: number;
}

/** Starts writers, kills one after the other and starts another in its place; at the end all are dead. A complaint ends the waiting. */
export async function killAtRandom(crowd: Crowd, { writers, kills, seed, pause }: Killing): Promise<void> {
  const random = randomFrom(seed);
  const appended = async (most: number): Promise<void> => {
    while (crowd.acknowledged.length < most && crowd.complaints.length === 0) await setTimeout(20);
  };
  for (let n = 0; n < writers; n++) crowd.start();
  await appended(writers);
  for (let killed = 0; killed < kills; killed++) {
    await setTimeout(random() * pause);
    await appended(writers + 2 * killed); // on a slow machine, too, most writers get to write something before they die
    await crowd.kill(Math.floor(random() * crowd.size));
    crowd.start();
  }
  while (crowd.size > 0) await crowd.kill(0);
}
