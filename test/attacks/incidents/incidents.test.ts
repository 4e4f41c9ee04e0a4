import { describe, expect, it } from '@jest/globals';
import { INCIDENTS } from './index.ts';

// One file for all of them: starting the gate's modules takes longer than any of these stories.
describe.each(INCIDENTS)('$name: $happened', ({ scenes }) => {
  it.each(scenes)('$scene', async ({ play, ends }) => expect(await play()).toEqual(ends));
});
