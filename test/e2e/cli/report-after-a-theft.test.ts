import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { soundChange, withFacts } from '../material/change.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, type Ended } from './proofrail.ts';
import { storiesOfATheft, type Step } from './stolen-key.ts';

const LEDGER = ['--ledger', 'file:./ledger'];

describe('where a key was stolen', () => {
  const story = storiesOfATheft();
  const gated = (facts?: string): Step => [gate('file:./ledger', facts), 0];

  it('a report shows what a seal from before holds, as verify counts it, and of the rest that it does not verify', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    const before = soundChange();
    const change = { ...before.facts.change, number: 8 };
    workspace.write('later.json', JSON.stringify(withFacts(before, { change } as Partial<typeof before.facts>).facts));
    const records = await story(workspace, [gated()], [gated('later.json')]);

    const verified = (await run('verify', ...LEDGER, '--trust', 'trust.json', '--json')).json<{
      exit_code: number;
      streams: { verified: number; unsigned: number }[];
    }>();
    expect(verified).toMatchObject({ exit_code: 4, streams: [{ verified: records }] });
    const reported = (await run('report', ...LEDGER, '--trust', 'trust.json', '--out', 'page.html', '--json')).json();
    expect(reported).toMatchObject({ exit_code: 4, shown: { records, changes: 1 }, verification: { streams: verified.streams } });
    const page = readFileSync(path.join(folder, 'page.html'), 'utf8');
    expect(page).toContain('Pull request 7');
    expect(page).not.toContain('Pull request 8');
    expect(page.match(/unsigned: stream 700001, slot \d+, position/g)).toHaveLength(
      verified.streams.reduce((sum, { unsigned }) => sum + unsigned, 0) - slotsIn(page),
    );
  });

  it('the decisions that a seal from before holds are replayed, and none where nothing says how old they are', async () => {
    using workspace = laidOut();
    await story(workspace, [gated()]);
    const replay = (trust: string) =>
      proofrail(['decision', 'replay', ...LEDGER, '--trust', trust, '--json'], { cwd: workspace.folder }).then(({ json }) =>
        json(),
      );
    expect(await replay('trust.json')).toMatchObject({ exit_code: 0, decisions: [{ replay: 'same' }] });
    const trust = JSON.parse(readFileSync(workspace.path('trust.json'), 'utf8')) as TrustFile;
    workspace.write('untimed.json', JSON.stringify({ ...trust, time_authorities: undefined }));
    expect(await replay('untimed.json')).toMatchObject({ exit_code: 4, error: { code: 'ledger/finding' } });
  });
});

const slotsIn = (page: string): number => (page.match(/unsigned: stream 700001, slot \d+</g) ?? []).length;
