import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseVerifierKey } from '@proofrail/core/tlog';
import { FakeTimeAuthority, FakeWitness, startFakeTimeAuthority, startFakeWitness } from '@proofrail/testkit';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, type Ended } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger'];
const SEAL = ['seal', ...LEDGER, '--log-key', 'log.key'];
const clock = { now: () => Date.now() };

describe('proofrail seal --tsa, --witness', () => {
  const authority = new FakeTimeAuthority('time.example', clock);
  let tsa: Awaited<ReturnType<typeof startFakeTimeAuthority>>;
  beforeAll(async () => void (tsa = await startFakeTimeAuthority(authority)));
  afterAll(() => tsa.close());

  it('has the checkpoint stamped and cosigned, verify says by whom, and a gap is shown and ends in 0', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    expect((await run(...gate('file:./ledger'))).code).toBe(0);
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    authority.isDown = true;
    const alone = (await run(...SEAL, '--origin', 'example.org/evidence', '--tsa', tsa.url, '--json')).json<{
      log_key: string;
    }>();
    expect(alone).toMatchObject({
      outcome: 'allow',
      gaps: [{ code: 'seal/no-timestamp', by: tsa.url, why: 'timestamp/unavailable' }],
    });
    authority.isDown = false;

    const logKey = parseVerifierKey(alone.log_key);
    if (logKey === null) throw new Error(alone.log_key);
    const fake = new FakeWitness('witness.example/w', logKey, clock);
    const witness = await startFakeWitness(fake);
    const sealed = await run(...SEAL, '--tsa', tsa.url, '--witness', `${fake.verifierKey} ${witness.url}`, '--json');
    await witness.close();
    expect(sealed.json()).toMatchObject({ outcome: 'allow', n: 2, notices: [], gaps: [] });

    const trust = JSON.parse(readFileSync(path.join(folder, 'ledger.trust.json'), 'utf8')) as Record<string, unknown>;
    const own = { origin: 'example.org/evidence', log_keys: [alone.log_key], time_authorities: [authority.entry] };
    workspace.write('trust.json', JSON.stringify({ ...trust, ...own, witnesses: { at_least: 1, keys: [fake.verifierKey] } }));
    const { code, out } = await run('verify', ...LEDGER, '--trust', 'trust.json');
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringMatching(/checkpoint 2 not after \S+ \(time\.example\)/),
    ]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('checkpoint 2 cosigned by 1 of the witnesses');
  });
});
