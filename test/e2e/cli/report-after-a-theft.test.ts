import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { FakeTimeAuthority, startFakeTimeAuthority } from '@proofrail/testkit';
import { soundChange, withFacts } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, type Ended } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger'];
const ORIGIN = 'example.org/evidence';

describe('where a key was stolen', () => {
  const authority = new FakeTimeAuthority('time.example', { now: () => Date.now() });
  let tsa: Awaited<ReturnType<typeof startFakeTimeAuthority>>;
  beforeAll(async () => void (tsa = await startFakeTimeAuthority(authority)));
  afterAll(() => tsa.close());

  /** Change 7 is gated and sealed; then comes the theft, and perhaps change 8 by the stolen key. Gives back how many records are sealed. */
  async function story(workspace: Workspace, later: string | null = null): Promise<number> {
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: workspace.folder });
    expect((await run(...gate('file:./ledger'))).code).toBe(0);
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    const sealed = await run('seal', ...LEDGER, '--log-key', 'log.key', '--origin', ORIGIN, '--tsa', tsa.url, '--json');
    const { log_key: logKey, records } = sealed.json<{ log_key: string; records: number }>();
    const compromised_from = new Date(Date.now() + 2_000).toISOString(); // a time authority tells whole seconds
    if (later !== null) expect((await run(...gate('file:./ledger', later))).code).toBe(0);
    const trust = JSON.parse(readFileSync(workspace.path('ledger.trust.json'), 'utf8')) as TrustFile;
    const record_keys = trust.record_keys.map((key) => ({ ...key, compromised_from }));
    const outside = { log_keys: [logKey], time_authorities: [authority.entry] };
    workspace.write('trust.json', JSON.stringify({ ...trust, origin: ORIGIN, record_keys, ...outside }));
    return records;
  }

  it('a report shows what a seal from before holds, as verify counts it, and of the rest that it does not verify', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    const before = soundChange();
    const change = { ...before.facts.change, number: 8 };
    workspace.write('later.json', JSON.stringify(withFacts(before, { change } as Partial<typeof before.facts>).facts));
    const records = await story(workspace, 'later.json');

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
    await story(workspace);
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
