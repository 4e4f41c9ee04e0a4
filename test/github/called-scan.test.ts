import { describe, expect, it } from '@jest/globals';
import type { FileChanges } from '@proofrail/testkit';
import { collect } from './collecting.ts';
import { withFiles } from './on-new-head.ts';
import { soundChange } from './sound-change.ts';

const calls = (file: string) => `on: pull_request\njobs:\n  scan:\n    uses: ./.github/workflows/${file}\n`;
const WORK = 'on: workflow_call\njobs:\n  scan: {runs-on: ubuntu-24.04, steps: [{run: scan}]}\n';
const CALLER = '.github/workflows/security-scan.yml';
const ON_MAIN: FileChanges = {
  [CALLER]: calls('first.yml'),
  '.github/workflows/first.yml': calls('second.yml'),
  '.github/workflows/second.yml': WORK,
  '.github/workflows/docs.yml': WORK,
};

/** What the facts say of the producer of both reports once the change has altered these files. */
async function producersWith(altered: FileChanges): Promise<readonly string[]> {
  const change = soundChange({ files: ON_MAIN });
  withFiles(change, altered);
  const { collected } = await collect(change, { waitMinutes: 0 });
  const scans = collected[0]?.facts.scans;
  return scans?.known === true ? scans.value.items.map(({ producer }) => producer) : [JSON.stringify(scans)];
}

describe('a scan whose workflow calls others of the same repository', () => {
  it('is verified where the change altered none of them', async () => {
    expect(await producersWith({ '.github/workflows/docs.yml': `${WORK}# altered\n` })).toEqual(['verified', 'verified']);
  });

  it.each(['first.yml', 'second.yml'])('is nobody’s word where the change altered %s, which does the work', async (file) => {
    expect(await producersWith({ [`.github/workflows/${file}`]: `${WORK}# altered\n` })).toEqual(['unverified', 'unverified']);
  });

  it('is nobody’s word where what it calls is not there on the protected branch', async () => {
    const change = soundChange({ files: { [CALLER]: calls('later.yml') } });
    withFiles(change, { '.github/workflows/later.yml': WORK });
    const { collected } = await collect(change, { waitMinutes: 0 });
    expect(collected[0]?.facts.scans).toMatchObject({
      known: true,
      value: { items: [{ producer: 'unverified' }, { producer: 'unverified' }] },
    });
  });
});
