import { expect, it } from '@jest/globals';
import { readAndJudge } from '@proofrail/core/gate';
import { loadPolicy } from '@proofrail/core/policy';
import { readBundle } from '@proofrail/policies';
import { AT, configured, LATER, sampleFacts } from '../../packages/core/src/context/test/sample-change.ts';

const policy = await loadPolicy(readBundle());
const DAY = 86_400;

it.each([
  ['days', 3 * DAY],
  ['years', 5 * 365 * DAY],
])('judges nothing by a clock that is %s behind GitHub’s: what has expired would be in force again', (_, behind) => {
  const readAt = new Date((AT - behind) * 1000).toISOString();
  const judged = (read_at: string, at: number) =>
    readAndJudge({ facts: sampleFacts({ read_at }), source: 'read', configuration: configured, reports: () => [] }, policy, at);
  expect(judged(LATER, AT)).toMatchObject({ kind: 'judged' });
  expect(judged(readAt, AT - behind)).toMatchObject({ kind: 'fault', fault: { code: 'facts/time' } });
});
