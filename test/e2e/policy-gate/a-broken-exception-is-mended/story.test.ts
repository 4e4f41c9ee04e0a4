import { describe, expect, it } from '@jest/globals';
import type { SoundChange } from '@proofrail/testkit';
import { collect, judge } from '../../../github/collecting.ts';
import { withFiles } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

const MENDING = '.proofrail/exceptions/broken.yaml';

/** A change to one file alone, in a repository whose protected branch holds a file of exceptions that cannot be read. */
function mending(more: Readonly<Record<string, string>> = {}): SoundChange {
  const change = soundChange({ files: { [MENDING]: 'id: broken\n' } });
  return withFiles(change, { 'src/refund.js': 'export const limit = 100;\n', [MENDING]: null, ...more });
}

const validity = async (change: SoundChange): Promise<(string | undefined)[]> => {
  const { collected } = await collect(change, { waitMinutes: 0 });
  return collected.map((each) => judge(each).decision.rules.find(({ id }) => id === 'exceptions.validity')?.status);
};

describe('a broken exception on the protected branch', () => {
  it('is mended by a change of its own that two people of the elevated class approved, and the summary says so', async () => {
    const run = await gateOnGitHub(mending());
    expect([run.exitCode, brokenRules(run.summary)]).toEqual([0, []]);
    expect(run.summary).toMatch(/broken\.yaml.*is not valid; this change touches exceptions alone, and 2 elevated approvals/);
  });

  it('lets nothing else come along with that change', async () => {
    expect(await validity(mending({ 'src/refunds.ts': 'export {};\n' }))).toEqual(['fail']);
  });

  it('is not mended on the word of one', async () => {
    const change = mending();
    change.pullRequest.reviews.splice(1);
    expect(await validity(change)).toEqual(['fail']);
  });

  it('is not mended where nobody could read all files of the change', async () => {
    const change = mending();
    change.scenario.caps.pullRequestFiles = 0;
    expect(await validity(change)).toEqual(['unknown']);
  });
});
