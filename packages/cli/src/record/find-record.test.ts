import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { recordKey, type RecordName, type StreamId } from '@proofrail/core/ledger';
import { FaultyStore, MemoryStore } from '@proofrail/store-memory';
import { findInLedger, findRecord } from './find-record.ts';

it.each(['sha256:', 'sha256:4edfd045', `sha256:${'A'.repeat(64)}`])(
  'takes %s for a digest that was not copied whole, not for a file that is missing',
  async (name) => {
    await expect(findRecord(name, 'file:./ledger', {})).rejects.toMatchObject({ code: 'record/digest', outcome: 'invalid' });
  },
);

it('says that a record cannot be read, and not that its bytes are others', async () => {
  const store = new MemoryStore();
  const bytes = Buffer.from('a record');
  const digest = sha256(bytes);
  const key = recordKey('42' as StreamId, `1780000000000-${digest.slice('sha256:'.length)}` as RecordName);
  await store.create(key, bytes);
  expect(await findInLedger(store, digest, 'memory:')).toMatchObject({ digest, at: key });
  const refused = new FaultyStore(store, ({ operation }) => (operation === 'read' ? 'lost-before' : null));
  await expect(findInLedger(refused, digest, 'memory:')).rejects.toMatchObject({
    code: 'ledger/unreadable',
    outcome: 'unavailable',
  });
  store.replace(key, Buffer.from('other bytes'));
  await expect(findInLedger(store, digest, 'memory:')).rejects.toMatchObject({ code: 'record/altered', outcome: 'tampered' });
});

it('is not kept from a record by other bytes that somebody put under its digest elsewhere, where less may write than this did', async () => {
  const store = new MemoryStore();
  const bytes = Buffer.from('a record');
  const digest = sha256(bytes);
  const name = `1780000000000-${digest.slice('sha256:'.length)}` as RecordName;
  const [planted, key] = [recordKey('42-pr' as StreamId, name), recordKey('42' as StreamId, name)];
  await store.create(planted, Buffer.from('other bytes'));
  await expect(findInLedger(store, digest, 'memory:')).rejects.toMatchObject({ code: 'record/altered', at: planted });
  await store.create(key, bytes);
  expect(await findInLedger(store, digest, 'memory:')).toMatchObject({ digest, at: key });
  store.replace(key, Buffer.from('other bytes'));
  await expect(findInLedger(store, digest, 'memory:')).rejects.toMatchObject({ code: 'record/altered', outcome: 'tampered' });
});
