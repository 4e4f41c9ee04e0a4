import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const ACTIONS = readdirSync('actions');

it.each(ACTIONS)('%s is the same four files as every action, with what it tells and reads in folders of their own', (action) => {
  const entries = readdirSync(`actions/${action}/src`, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect(files.sort()).toEqual(['inputs.ts', 'main.ts', 'run.ts', 'summary.ts']);
});

it('there are four actions, and only the gate has more to hold than four files', () => {
  const withFolders = ACTIONS.filter((action) =>
    readdirSync(`actions/${action}/src`, { withFileTypes: true }).some((entry) => entry.isDirectory()),
  );
  expect([ACTIONS.length, withFolders]).toEqual([4, ['policy-gate']]);
});
