import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '@proofrail/core/ledger';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, type Ended } from './proofrail.ts';

interface Verified {
  readonly streams: readonly { readonly pointers: number | null; readonly altered: number }[];
  readonly findings: readonly Finding[];
}

const ORIGIN = 'example.org/evidence';
const LEDGER = ['--ledger', 'file:./ledger', '--trust', 'trust.json'];
const WORDS = ['--reason', 'A broken disk', '--acknowledged-by', '583231', '--approved-by', '9919', '--key', 'officer.key'];

/** A sealed ledger after one gate, an officer's key, and a checkpoint that somebody kept. */
async function gated() {
  const workspace = laidOut();
  const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: workspace.folder });
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(workspace.folder, name), 'utf8')) as Record<string, unknown> & {
      readonly record_keys: readonly { readonly key_id: string }[];
    };
  await run(...gate('file:./ledger'));
  await run('keys', 'new', '--out', 'officer.key', '--trust', 'officer.json');
  await run('keys', 'new', '--out', 'log.key', '--trust', 'log.json');
  const sealing = [
    'seal',
    '--ledger',
    'file:./ledger',
    '--log-key',
    'log.key',
    '--origin',
    ORIGIN,
    '--save-checkpoint',
    'kept.txt',
  ];
  const { log_key: logKey } = (await run(...sealing, '--json')).json<{ log_key: string }>();
  const [writer, officer] = [read('ledger.trust.json'), read('officer.json')];
  const trust = {
    ...writer,
    origin: ORIGIN,
    log_keys: [logKey],
    record_keys: [...writer.record_keys, ...officer.record_keys],
    acknowledge: officer.record_keys.map(({ key_id: id }) => id),
  };
  workspace.write('trust.json', JSON.stringify(trust));
  const folder = path.join(workspace.folder, 'ledger/v1/by');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.split('/').length === 3);
  return { workspace, run, places: names.map((name) => path.join(folder, name)) };
}

describe('proofrail verify', () => {
  it('reads pointers: a flipped bit in one ends in 4, in a report too, until somebody accepts it', async () => {
    const { workspace, run, places } = await gated();
    const verify = async (...more: string[]) => (await run('verify', ...LEDGER, ...more, '--json')).json<Verified>();
    expect(places.length).toBeGreaterThan(1);
    expect(await verify()).toMatchObject({ exit_code: 0, findings: [], streams: [{ pointers: places.length }] });
    expect((await run('verify', ...LEDGER)).out).toContain(`${places.length} pointers`);

    const [place = ''] = places;
    const bytes = readFileSync(place);
    writeFileSync(
      place,
      bytes.map((byte, at) => (at === 20 ? byte ^ 4 : byte)),
    );
    const answer = await verify();
    const key = path.relative(path.join(workspace.folder, 'ledger'), place);
    expect(answer).toMatchObject({ exit_code: 4, streams: [{ altered: 1 }], findings: [{ code: 'pointer/altered', key }] });
    const report = await run('report', ...LEDGER, '--out', 'report.html', '--json');
    const page = readFileSync(path.join(workspace.folder, 'report.html'), 'utf8');
    expect([report.code, page.includes('Its bytes are not those that belong under its name.')]).toEqual([4, true]);
    expect(page).not.toContain('Allowed, not verified'); // the records themselves are what they were

    const [found] = answer.findings;
    const accepted = await run('acknowledge', ...LEDGER, '--finding', found?.digest ?? '', ...WORDS, '--yes', '--json');
    expect(accepted.json()).toMatchObject({ exit_code: 0, counts: true, verify: { strict: 'tampered', accepting: 'allow' } });
    expect(await verify('--accept-acknowledged')).toMatchObject({ exit_code: 0 });
    writeFileSync(place, '{}');
    expect(await verify('--accept-acknowledged')).toMatchObject({ exit_code: 4 });
    workspace[Symbol.dispose]();
  });

  it('reads none since a checkpoint, and says so', async () => {
    const { workspace, run, places } = await gated();
    for (const place of places) writeFileSync(place, '{}');
    const since = ['verify', ...LEDGER, '--since', 'kept.txt'];
    expect((await run(...since, '--json')).json()).toMatchObject({ exit_code: 0, streams: [{ pointers: null }] });
    expect((await run(...since)).out).toContain('nor any pointer');
    expect((await run('verify', ...LEDGER)).code).toBe(4);
    workspace[Symbol.dispose]();
  });
});
