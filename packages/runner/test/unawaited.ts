// Run as a process of its own by end-step.test.ts: main says "allow" while something that it forgot to wait for fails.
import { setTimeout } from 'node:timers/promises';
import { endStep } from '../src/step/end-step.ts';

await endStep(async () => {
  void Promise.reject(new Error('forgotten\n##[set-output name=outcome;]allow'));
  await setTimeout(1_000);
  return 'allow';
});
