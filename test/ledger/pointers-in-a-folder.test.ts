import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { FileStore } from '@proofrail/store-file';
import { ask, COMMIT, pointerTo, releasesOn } from './releases.ts';

describe('pointers in a folder', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-pointers-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('are written and answer nothing: whoever takes a denial’s away leaves no trace there', async () => {
    const store = await FileStore.open(path.join(scratch, 'ledger'));
    const { decide, archive, trust } = releasesOn(store);
    await decide('allow');
    await archive();
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'allow', foundBy: 'stream' });
    const denial = await decide('deny');
    const { pointer, announcement } = pointerTo(COMMIT, denial);
    for (const key of [pointer, announcement]) rmSync(path.join(scratch, 'ledger', key));
    expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'deny', code: 'image/denied' });
    expect((await verifyLedger(store, { trust })).outcome).toBe('allow');
  });
});
