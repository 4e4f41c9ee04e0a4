import { expect, it } from '@jest/globals';
import { pinOf, withPin } from './pinned-commit.ts';
import { templateFiles } from './template-files.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const templates = (['repository', 'organisation'] as const).flatMap((mode) => [...templateFiles(mode, 'examples/callers')]);
const naming = templates.filter(
  ([name, text]) => name.endsWith('.yml') && /proofrail\/proofrail\/|repository: proofrail\/proofrail/.test(text),
);

it.each(naming)('%s names one commit of Proofrail, as an action, a workflow or a checkout, and then another', (_, text) => {
  const before = pinOf(text) ?? 'none';
  expect(before).toMatch(/^[0-9a-f]{40}$/);
  const after = withPin(text, COMMIT);
  expect([pinOf(after), after.includes(before)]).toEqual([COMMIT, false]);
});
