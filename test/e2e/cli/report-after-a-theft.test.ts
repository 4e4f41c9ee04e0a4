import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { FakeTimeAuthority, startFakeTimeAuthority } from '@proofrail/testkit';
import { soundChange, withFacts } from '../material/change.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, type Ended } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger'];
const ORIGIN = 'example.org/evidence';

describe('a report where a key was stolen', () => {
  const authority = new FakeTimeAuthority('time.example', { now: () => Date.now() });
  let tsa: Awaited<ReturnType<typeof startFakeTimeAuthority>>;
  beforeAll(async () => void (tsa = await startFakeTimeAuthority(authority)));
  afterAll(() => tsa.close());

  /** Change 7 is gated and sealed; then comes the theft, and change 8 by the stolen key. */
  async function story(run: (...argv: string[]) => Promise<Ended>, trustOf: () => TrustFile, write: (trust: TrustFile) => void) {
    expect((await run(...gate('file:./ledger'))).code).toBe(0);
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    const sealed = await run('seal', ...LEDGER, '--log-key', 'log.key', '--origin', ORIGIN, '--tsa', tsa.url, '--json');
    const { log_key: logKey, records } = sealed.json<{ log_key: string; records: number }>();
    const compromised_from = new Date(Date.now() + 2_000).toISOString(); // a time authority tells whole seconds
    expect((await run(...gate('file:./ledger', 'later.json'))).code).toBe(0);
    const trust = trustOf();
    const record_keys = trust.record_keys.map((key) => ({ ...key, compromised_from }));
    write({ ...trust, origin: ORIGIN, record_keys, log_keys: [logKey], time_authorities: [authority.entry] });
    return records;
  }

  it('shows what a seal from before holds, as verify counts it, and of the rest that it does not verify', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    const before = soundChange();
    const change = { ...before.facts.change, number: 8 };
    workspace.write('later.json', JSON.stringify(withFacts(before, { change } as Partial<typeof before.facts>).facts));
    const records = await story(
      run,
      () => JSON.parse(readFileSync(path.join(folder, 'ledger.trust.json'), 'utf8')) as TrustFile,
      (trust) => workspace.write('trust.json', JSON.stringify(trust)),
    );

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
});

const slotsIn = (page: string): number => (page.match(/unsigned: stream 700001, slot \d+</g) ?? []).length;
