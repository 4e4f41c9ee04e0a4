import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../canonical/digest.ts';
import { recordName } from '../layout.ts';
import { formatReceipt, parseReceipt, type Receipt } from './receipt.ts';
import type { StreamId } from '../stream-id.ts';

const record = sha256('record');
const stored: Receipt = {
  version: 1,
  kind: 'stored',
  ledger: 'file:./ledger',
  assurance: 'local',
  stream: '42' as StreamId,
  record,
  record_name: recordName(5, record),
};
const sequenced: Receipt = { ...stored, kind: 'sequenced', slot: 3, position: 1, slot_digest: sha256('slot'), version_id: null };
const parse = (value: unknown): Receipt =>
  parseReceipt(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'receipt.json');

describe('a receipt', () => {
  it('is read back as it was written', () => {
    for (const receipt of [stored, sequenced, { ...sequenced, version_id: 'v1' }])
      expect(parse(formatReceipt(receipt))).toEqual(receipt);
  });

  it('is refused with any member missing, unknown, or of another kind', () => {
    for (const receipt of [stored, sequenced]) {
      for (const member of Object.keys(receipt)) {
        expect(() => parse({ ...receipt, [member]: undefined })).toThrow(expect.objectContaining({ code: 'receipt/invalid' }));
        for (const wrong of [[], {}, true, -1, 1.5, '', member === 'version_id' ? 7 : 'x']) {
          expect(() => parse({ ...receipt, [member]: wrong })).toThrow(expect.objectContaining({ outcome: 'invalid' }));
        }
      }
      expect(() => parse({ ...receipt, note: 'x' })).toThrow(expect.objectContaining({ code: 'receipt/invalid' }));
    }
  });

  it('is refused when its record and its name differ, and when it is no JSON', () => {
    const at = 'receipt.json#/record_name';
    expect(() => parse({ ...sequenced, record: sha256('another') })).toThrow(
      expect.objectContaining({ code: 'receipt/invalid', at, found: JSON.stringify(sequenced.record_name) }),
    );
    expect(() => parse('{')).toThrow(expect.objectContaining({ outcome: 'invalid' }));
    expect(() => parse('')).toThrow(expect.objectContaining({ outcome: 'invalid' }));
  });
});
