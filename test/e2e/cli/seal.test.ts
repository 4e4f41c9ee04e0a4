import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gate, laidOut } from './laid-out.ts';
import { proofrail, tree, type Ended } from './proofrail.ts';
import { instead } from './tries/try.ts';

const LEDGER = ['--ledger', 'file:./ledger'];
const SEAL = ['seal', ...LEDGER, '--log-key', 'log.key'];

describe('proofrail seal', () => {
  it('seals what the gate recorded, and verify then finds a cut tail without any receipt', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    expect((await run(...gate('file:./ledger'))).code).toBe(0);
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    expect(await run(...SEAL, '--json').then(({ json }) => json())).toMatchObject({
      exit_code: 2,
      error: { code: 'seal/origin', at: '--origin' },
    });
    const shared = await run(...instead(SEAL, '--log-key', 'ledger.key'), '--origin', 'example.org/evidence', '--json');
    expect(shared.json()).toMatchObject({ exit_code: 2, error: { code: 'seal/key-of-writer' } });
    const first = (await run(...SEAL, '--origin', 'example.org/evidence', '--json')).json<{ records: number; log_key: string }>();
    expect(first).toMatchObject({ outcome: 'allow', origin: 'example.org/evidence', n: 1, size: first.records + 1, notices: [] });
    expect((await run('keys', 'show', 'log.key.pub', '--log', 'example.org/evidence')).out.trim()).toBe(first.log_key);

    const plain = await run('verify', ...LEDGER, '--trust', 'ledger.trust.json');
    expect([plain.code, plain.out]).toEqual([0, expect.stringContaining('sealed by checkpoint 1 of example.org/evidence')]);
    expect(plain.out).toContain('signed by no key of a trust file');
    const trust = JSON.parse(readFileSync(path.join(folder, 'ledger.trust.json'), 'utf8')) as Record<string, unknown>;
    workspace.write('trust.json', JSON.stringify({ ...trust, origin: 'example.org/evidence', log_keys: [first.log_key] }));
    const verify = () => run('verify', ...LEDGER, '--trust', 'trust.json');
    const sealed = await verify();
    expect([sealed.code, sealed.out]).toEqual([0, expect.stringContaining('signed by 1 key of the trust file')]);

    const [stream = ''] = readdirSync(path.join(folder, 'ledger/v1/segments'));
    const slots = path.join(folder, 'ledger/v1/segments', stream);
    const last = path.join(slots, readdirSync(slots).sort().at(-1) ?? '');
    const bytes = readFileSync(last);
    rmSync(last);
    const cut = await verify();
    expect([cut.code, cut.out]).toEqual([4, expect.stringContaining('Seal 1 covers this slot')]);
    writeFileSync(last, bytes);
    const heartbeat = await run(...SEAL, '--save-checkpoint', 'checkpoint.txt');
    expect([heartbeat.code, heartbeat.out]).toEqual([
      0,
      expect.stringContaining('checkpoint 2 of example.org/evidence: 0 new records'),
    ]);
    expect((await verify()).code).toBe(0);
    const since = (checkpoint = 'checkpoint.txt') =>
      run('verify', ...LEDGER, '--trust', 'trust.json', '--since', checkpoint, '--json').then(({ json }) => json());
    expect(await since('1')).toMatchObject({ exit_code: 0, since: 1, seal: { n: 2 } });
    expect(await since('3')).toMatchObject({ exit_code: 2, error: { code: 'seal/no-such-seal' } });
    expect(await since()).toMatchObject({ exit_code: 0, since: 2, streams: [{ slots: 0 }], findings: [] });
    const nothing = await run('verify', ...LEDGER, '--trust', 'trust.json', '--since', 'checkpoint.txt');
    expect(nothing.out).toMatch(/^nothing came after checkpoint 2, /m);
    expect(await run('verify', ...LEDGER, '--since', '1', '--json')).toMatchObject({ code: 2 });
    rmSync(path.join(folder, 'ledger/v1/seals'), { recursive: true });
    const gone = await verify();
    expect([gone.code, gone.out]).toEqual([4, expect.stringContaining('no seal here is signed by one')]);
    expect((await run('verify', ...LEDGER, '--trust', 'ledger.trust.json')).code).toBe(0); // nobody said that there was one
    expect(await since()).toMatchObject({ exit_code: 4, error: { code: 'seal/forked' } });
  });

  it('seals nothing under a name where nobody recorded anything, and makes nothing there', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    for (const name of ['log', 'sealer']) await run('keys', 'new', '--out', `${name}.key`, '--trust', `${name}.trust.json`);
    const before = tree(folder);
    const issuer = ['--issuer', 'https://issuer.example', '--key', 'sealer.key', '--stream', '7', '--attachments', 'file:tokens'];
    for (const more of [[], issuer]) {
      const sealed = await run(
        ...instead(SEAL, '--ledger', 'file:./typo'),
        '--origin',
        'example.org/evidence',
        ...more,
        '--json',
      );
      expect(sealed.json()).toMatchObject({ exit_code: 2, error: { code: 'seal/nothing' } });
      expect(tree(folder)).toEqual(before);
    }
  });

  it('goes on with the key of the newest seal alone, unless somebody says that another one takes over', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail([...argv, '--json'], { cwd: folder });
    await run(...gate('file:./ledger').slice(0, -1));
    for (const name of ['log', 'next']) await run('keys', 'new', '--out', `${name}.key`, '--trust', `${name}.trust.json`);
    expect((await run(...SEAL, '--origin', 'example.org/evidence')).code).toBe(0);
    const before = tree(folder);
    for (const key of ['next.key', 'ledger.key']) {
      const slip = await run(...instead(SEAL, '--log-key', key));
      expect(slip.json()).toMatchObject({
        exit_code: 2,
        error: { code: 'seal/other-key', found: expect.stringMatching(/^example\.org/) },
      });
      expect(tree(folder)).toEqual(before);
    }
    expect((await run(...instead(SEAL, '--log-key', 'next.key'), '--new-log-key')).json()).toMatchObject({ exit_code: 0, n: 2 });
    expect((await run(...instead(SEAL, '--log-key', 'next.key'))).json()).toMatchObject({ exit_code: 0, n: 3 });
    expect((await run(...SEAL)).json()).toMatchObject({ exit_code: 2, error: { code: 'seal/other-key' } });
  });

  it('proves one record to somebody who has the public key of the log and nothing else', async () => {
    using workspace = laidOut();
    const { folder } = workspace;
    const run = (...argv: string[]): Promise<Ended> => proofrail(argv, { cwd: folder });
    const { recorded } = (await run(...gate('file:./ledger'))).json<{ recorded: { receipt: { record: string } } }>();
    const { record } = recorded.receipt;
    const prove = () => run('prove', record, ...LEDGER, '--out', 'record.tlog-proof', '--json');
    expect((await prove()).json()).toMatchObject({ exit_code: 2, error: { code: 'seal/not-sealed' } });
    await run('keys', 'new', '--out', 'log.key', '--trust', 'log.trust.json');
    const { log_key: key } = (await run(...SEAL, '--origin', 'example.org/evidence', '--json')).json<{ log_key: string }>();
    expect((await prove()).json()).toMatchObject({ exit_code: 0, record });
    const exported = await run('export', ...LEDGER, '--out', 'log', '--json');
    expect(exported.json()).toMatchObject({
      exit_code: 0,
      log: 'log',
      objects: 3,
      checkpoint: { origin: expect.any(String), size: expect.any(Number) },
    });
    rmSync(path.join(folder, 'ledger'), { recursive: true });
    const log = () => run('verify', '--log', 'log', '--log-key', key, '--json').then(({ json }) => json());
    expect(await log()).toMatchObject({ exit_code: 0, state: 'verified', checkpoint: { origin: 'example.org/evidence' } });
    rmSync(path.join(folder, 'log/tile/entries'), { recursive: true });
    expect(await log()).toMatchObject({ exit_code: 4, state: 'refused', at: expect.stringMatching(/^tile\/entries\/000\.p\//) });
    rmSync(path.join(folder, 'log'), { recursive: true });
    expect(await log()).toMatchObject({ exit_code: 2, error: { code: 'file/absent' } });
    mkdirSync(path.join(folder, 'log'));
    expect(await log()).toMatchObject({ exit_code: 2, error: { code: 'seal/no-log' } });
    const check = (...keys: string[]) =>
      run('verify', '--proof', 'record.tlog-proof', ...keys, '--json').then(({ json }) => json());
    expect(await check('--log-key', key)).toMatchObject({ exit_code: 0, state: 'proven', record, signed_by: [key] });
    expect(await check()).toMatchObject({ exit_code: 2, error: { code: 'seal/no-log-key' } });
    expect(await check('--log-key', key.slice(1))).toMatchObject({ exit_code: 2, error: { code: 'seal/not-a-log-key' } });
    const proof = readFileSync(path.join(folder, 'record.tlog-proof'), 'utf8');
    workspace.write('record.tlog-proof', proof.replace(/^index [0-9]+$/m, 'index 0'));
    expect(await check('--log-key', key)).toMatchObject({ exit_code: 4, state: 'refused', why: 'not-included' });
    for (const altered of [proof.slice(1), proof.slice(0, -9), proof.slice(0, 60), proof.replace('index', 'Index')]) {
      workspace.write('record.tlog-proof', altered);
      expect(await check('--log-key', key)).toMatchObject({ exit_code: 4, state: 'refused', why: 'not-a-proof' });
    }
    for (const other of ['', '{}', proof.slice(proof.indexOf('example.org')), readFileSync(workspace.path('log.trust.json'))]) {
      workspace.write('record.tlog-proof', other);
      const error = { code: 'seal/no-proof', at: 'record.tlog-proof' };
      expect(await check('--log-key', key)).toMatchObject({ exit_code: 2, error });
    }
  });

  it('says that nothing is sealed where nothing is', async () => {
    using workspace = laidOut();
    await proofrail(gate('file:./ledger'), { cwd: workspace.folder });
    const { code, out } = await proofrail(['verify', ...LEDGER], { cwd: workspace.folder });
    expect([code, out]).toEqual([0, expect.stringContaining('not sealed: order rests on the folder')]);
  });
});
