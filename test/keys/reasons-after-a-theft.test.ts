import { expect, it } from '@jest/globals';
import { recordedReasons } from '../../packages/audit/src/cloudtrail/index.ts';
import { sha256 } from '@proofrail/core/canonical';
import { append, FINDING_ACKNOWLEDGED, type TrustFile } from '@proofrail/core/ledger';
import { bodyKey } from '@proofrail/core/seal';
import { ledgerOn, record, STREAM, testSigner, tickingClock } from '../ledger/small-ledger.ts';
import { unreadableAt } from '../ledger/unreadable-at.ts';
import { outsideWorld } from '../seal/outside-world.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';

const HOUR = 3_600_000;

it('an acknowledgement gives the reason of what CloudTrail saw if a seal holds it from before the theft of its key, and not after', async () => {
  const { store, trust: plain, seal } = await outsideWorld();
  const acknowledging = testSigner();
  const { keyId: key_id, pem } = acknowledging;
  const people = { reason: 'a drill', acknowledged_by: 'person:1', approved_by: 'person:2' };
  const acknowledge = async (finding: string, at: number) =>
    append(
      ledgerOn(store, acknowledging, tickingClock(at)),
      STREAM,
      await record(finding, acknowledging, FINDING_ACKNOWLEDGED, { finding: sha256(finding), ...people }),
    );
  await acknowledge('before', SEAL_TIME - HOUR);
  await seal(SEAL_TIME);
  await acknowledge('after', SEAL_TIME + 2 * HOUR);
  const key = { key_id, pem, valid_from: '2026-01-01T00:00:00.000Z', valid_to: null };
  const stolen = { ...key, compromised_from: new Date(SEAL_TIME + HOUR).toISOString() };
  const trust: TrustFile = { ...plain, record_keys: [...plain.record_keys, stolen], acknowledge: [key_id] };
  const { acknowledged } = await recordedReasons(store, trust, null);
  expect([...acknowledged.keys()]).toEqual([sha256('before')]);
  await expect(recordedReasons(unreadableAt(store, bodyKey(1)), trust, null)).rejects.toMatchObject({
    outcome: 'unavailable',
    code: 'ledger/finding',
  });
});
