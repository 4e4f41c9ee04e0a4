import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { fill, ledgerOn, record, STREAM, testSigner } from '../../../../../test/ledger/small-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { AttackedServer, KMS_KEY } from './attacked-bucket.ts';
import { titleOf } from './ends.ts';
import { exported } from './exported.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());
const DAY = 86_400_000;

describe(titleOf(3), () => {
  it('is consistent in itself, and denied by a receipt of the first one', async () => {
    const { store, signer, last, ledger, trust } = await attacked.bucket('policed');
    const other = await exported(store, [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)]);
    await append(ledgerOn(other, signer), STREAM, await record('another third', signer));
    expect(await verifyLedger(other, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
    expect(await verifyLedger(ledger.store, { trust, stream: STREAM }).catch(() => null)).not.toMatchObject({
      outcome: 'tampered',
    });
    const { outcome, findings } = await verifyLedger(other, { trust, receipts: [last] });
    expect(outcome).toBe('tampered');
    expect(findings).toMatchObject([{ kind: 'altered', code: 'receipt/slot', slot: 3 }]);
    expect(findings[0]?.detail).toMatch(/^A receipt proves other bytes for this slot: sha256:/);
  });
});

describe(titleOf(5), () => {
  it('cannot be done under the lock, leaves no trace after it, and a receipt tells', async () => {
    const { attacker, bucket: Bucket, last, verify } = await attacked.bucket('unpoliced');
    const tail = [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)];
    const { Versions = [] } = await attacker.send(new ListObjectVersionsCommand({ Bucket }));
    const versions = Versions.filter(({ Key }) => tail.includes(Key as ObjectKey));
    const cut = () =>
      Promise.all(versions.map(({ Key, VersionId }) => attacker.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))));
    await expect(cut()).rejects.toMatchObject({ name: 'AccessDenied', message: expect.stringContaining('object lock') });
    attacked.server.state.later(DAY + 1000);
    await cut();
    expect(await verify()).toMatchObject({ outcome: 'allow', findings: [] });
    const { outcome, findings } = await verify({ receipts: [last] });
    expect(outcome).toBe('tampered');
    expect(findings).toMatchObject([{ kind: 'missing', code: 'receipt/slot', slot: 3 }]);
    expect(findings[0]?.detail).toMatch(/^A receipt proves this slot, and /);
  });
});

describe(titleOf(6), () => {
  it('verifies by itself, and not beside a receipt', async () => {
    const { store, last, trust } = await attacked.bucket('policed');
    const copy = await exported(store, [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)]);
    expect(await verifyLedger(copy, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
    expect((await verifyLedger(copy, { trust, receipts: [last] })).findings).toMatchObject([{ code: 'receipt/slot', slot: 3 }]);
  });
});

describe(titleOf(15), () => {
  it('is refused where the URI names the account that owns the bucket', async () => {
    const { bucket } = await attacked.bucket('policed');
    const endpoint = { url: attacked.server.url, pathStyle: true };
    const open = (owner: string) =>
      S3Store.open(`s3://${bucket}?region=us-east-1${owner}`, { endpoint, credentials: attacked.credentials });
    expect((await open('')).assurance).toBe('locked');
    expect((await open('&owner=123456789012')).assurance).toBe('locked');
    const other = await open('&owner=210987654321'); // what may not be asked is not claimed
    expect(other.assurance).toBe('versioned');
    await expect(verifyLedger(other)).rejects.toMatchObject({ outcome: 'unavailable', code: 'store/denied' });
  });

  it('is consistent under another key, and denied by the trust file', async () => {
    const { trust } = await attacked.bucket('policed');
    const forged = new MemoryStore();
    await fill(ledgerOn(forged, testSigner()), 3);
    expect(await verifyLedger(forged)).toMatchObject({ outcome: 'allow', trust: { kind: 'none' } });
    const { outcome, findings } = await verifyLedger(forged, { trust });
    expect(outcome).toBe('tampered');
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['slot/genesis', 'slot/signature', 'record/signature']),
    );
    const named = `The trust file names ${trust.streams[STREAM]?.genesis} as the first slot.`;
    expect(findings.find(({ code }) => code === 'slot/genesis')?.detail).toBe(named);
  });
});

describe('evidence under a key that KMS no longer serves', () => {
  it('is unavailable, never verified and never called altered', async () => {
    const { verify } = await attacked.bucket('policed');
    attacked.server.state.disabledKmsKeys.add(KMS_KEY);
    const { outcome, findings } = await verify();
    attacked.server.state.disabledKmsKeys.clear();
    expect(outcome).toBe('unavailable');
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['unreadable']));
    expect(findings[0]?.detail).toContain('KMS.DisabledException');
    expect((await verify()).outcome).toBe('allow');
  });
});
