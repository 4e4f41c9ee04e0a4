import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../session.ts';
import { createKeyFiles } from '../keys/new-key.ts';
import { findSigner } from './find-signer.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'proofrail-signer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const session = (env: Session['env'] = {}): Session => ({
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env,
});
const ledger = () => `file:${path.join(folder, 'ledger')}`;

describe('who signs', () => {
  it('is the key beside a ledger in a folder, made once for its owner alone', async () => {
    const first = await findSigner({ ledger: ledger() }, session());
    expect([first.made, readdirSync(folder).sort()]).toEqual([
      path.join(folder, 'ledger.key'),
      ['ledger.key', 'ledger.key.pub', 'ledger.trust.json'],
    ]);
    expect(statSync(path.join(folder, 'ledger.key')).mode & 0o777).toBe(0o600);
    expect(await findSigner({ ledger: `${ledger()}/` }, session())).toMatchObject({
      made: null,
      signer: { keyId: first.signer.keyId },
    });
  });

  it('is whom somebody named, and then no key is made', async () => {
    const { keyId } = createKeyFiles(path.join(folder, 'ci.key'), path.join(folder, 'ci.json'), 'ci', 0);
    const before = readdirSync(folder);
    const key = path.join(folder, 'ci.key');
    expect((await findSigner({ ledger: ledger(), key }, session())).signer.keyId).toBe(keyId);
    expect((await findSigner({ ledger: ledger() }, session({ PROOFRAIL_KEY: key }))).signer.keyId).toBe(keyId);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is nobody for a bucket without a key: a machine must not invent one for it', async () => {
    await expect(findSigner({ ledger: 's3://bucket/prefix' }, session())).rejects.toThrow(/key\/absent/);
  });

  it('is never made for a ledger that holds records: with a trust file of its own, all that is there would look forged', async () => {
    mkdirSync(path.join(folder, 'ledger/v1/records/42'), { recursive: true });
    const at = path.join(folder, 'ledger.key');
    await expect(findSigner({ ledger: ledger() }, session())).rejects.toMatchObject({
      code: 'key/absent',
      outcome: 'invalid',
      at,
    });
    expect(readdirSync(folder)).toEqual(['ledger']);
  });

  it('is never replaced where only the key is gone: its trust file still names whose signatures count', async () => {
    writeFileSync(path.join(folder, 'ledger.trust.json'), '{}');
    const at = path.join(folder, 'ledger.key');
    const lost = {
      code: 'key/absent',
      at,
      found: expect.stringContaining('ledger.trust.json'),
      doThis: expect.stringContaining('put it back'),
    };
    await expect(findSigner({ ledger: ledger() }, session())).rejects.toMatchObject(lost);
    expect(readdirSync(folder)).toEqual(['ledger.trust.json']);
  });
});
