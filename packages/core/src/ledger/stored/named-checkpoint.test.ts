import { expect, it } from '@jest/globals';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import { sha256 } from '../../canonical/digest.ts';
import type { JsonValue } from '../../canonical/json-value.ts';
import { createRecord } from '../../evidence/create-record.ts';
import { EVIDENCE_KINDS } from '../../evidence/kinds.ts';
import { sampleDrafts } from '../../evidence/test/sample-drafts.ts';
import { fixedSources, testSigner } from '../../evidence/test/sample-sources.ts';
import { CheckpointColumn } from '../verify/inventory/checkpoint-column.ts';
import { readNamedCheckpoint } from './named-checkpoint.ts';

const sources = fixedSources(testSigner());
const bytesOf = (value: unknown): Uint8Array => canonicalJson(value as JsonValue);
const checkpoint = { size: Number.MAX_SAFE_INTEGER, root: sha256('a log') };

it.each(EVIDENCE_KINDS)(
  'a record of kind %s names the checkpoint that it was given, and none where it was given none',
  (kind) => {
    const read = (given: typeof checkpoint | null) =>
      readNamedCheckpoint(bytesOf(createRecord(sampleDrafts[kind], { ...sources, checkpoint: given })));
    expect(read(checkpoint)).toEqual(checkpoint);
    expect(read(null)).toBeNull();
  },
);

it('text that looks like the member is none', () => {
  const member = bytesOf({ checkpoint: { root: checkpoint.root, size: 7 } });
  expect(readNamedCheckpoint(member)).toEqual({ root: checkpoint.root, size: 7 });
  expect(readNamedCheckpoint(bytesOf({ note: Buffer.from(member).toString() }))).toBeNull();
  for (const other of [
    { root: 'sha256:short', size: 7 },
    { root: checkpoint.root, size: -7 },
    { root: checkpoint.root },
    7,
    'text',
  ])
    expect(readNamedCheckpoint(bytesOf({ checkpoint: other }))).toBeNull();
});

it('thousands of records that name few checkpoints are told apart', () => {
  const column = new CheckpointColumn();
  expect(column.isEmpty).toBe(true);
  const named = (record: number) => (record % 3 === 0 ? null : { size: record % 3, root: sha256(String(record % 3)) });
  const records = Array.from({ length: 10_000 }, (_, record) => record);
  for (const record of records) {
    const given = named(record);
    if (given !== null) column.set(record, given);
  }
  expect(records.filter((record) => JSON.stringify(column.get(record)) !== JSON.stringify(named(record)))).toEqual([]);
  expect([column.isEmpty, column.get(20_000)]).toEqual([false, null]);
});
