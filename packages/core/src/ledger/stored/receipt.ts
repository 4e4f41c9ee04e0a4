import * as v from 'valibot';
import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import { parseStrictJson } from '../../canonical/parse-strict-json.ts';
import { explainIssue } from '../../documents/explain-issue.ts';
import { ConfigurationError } from '../../outcomes/failure.ts';
import { isRecordName, type RecordName } from '../layout.ts';
import type { Assurance } from '../../ports/object-store.ts';
import { isStreamId, type StreamId } from '../stream-id.ts';

interface ReceiptCommon {
  readonly version: 1;
  /** `file:./ledger`, `s3://bucket/prefix`. */
  readonly ledger: string;
  readonly assurance: Assurance;
  readonly stream: StreamId;
  /** Digest of the record's stored bytes. */
  readonly record: Sha256;
  /** The record's key without its folder. */
  readonly record_name: RecordName;
}

/** The record is durable; its place in the order is not settled yet. */
export interface StoredReceipt extends ReceiptCommon {
  readonly kind: 'stored';
}

/** The record has a place. Who keeps this can prove later that the tail was cut off: this slot must exist, with this digest. */
export interface SequencedReceipt extends ReceiptCommon {
  readonly kind: 'sequenced';
  /** Counted from 1. */
  readonly slot: number;
  /** Place within the slot, counted from 1. */
  readonly position: number;
  /** SHA-256 of the slot's raw bytes. */
  readonly slot_digest: Sha256;
  readonly version_id: string | null;
  /**
   * Until when the store itself refuses to let the record's version go, read back from it (COMPLIANCE only). Absent: it said nothing of
   * the kind.
   */
  readonly locked_until?: string;
}

export type Receipt = StoredReceipt | SequencedReceipt;

const sha256Text = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const common = {
  version: v.literal(1),
  ledger: v.pipe(v.string(), v.maxLength(2048), v.regex(/^[a-z][a-z0-9]*:/, 'a ledger URI')),
  assurance: v.picklist(['local', 'locked', 'versioned', 'volatile']),
  stream: v.custom<StreamId>(isStreamId, 'a stream id'),
  record: sha256Text,
  record_name: v.custom<RecordName>(isRecordName, 'a record name'),
};
const receipt = v.pipe(
  v.variant('kind', [
    v.strictObject({ ...common, kind: v.literal('stored') }),
    v.strictObject({
      ...common,
      kind: v.literal('sequenced'),
      slot: ordinal,
      position: ordinal,
      slot_digest: sha256Text,
      version_id: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1024))),
      locked_until: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
    }),
  ]),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const { record, record_name: value } = input;
    if (value.endsWith(record.slice('sha256:'.length))) return;
    const path = [{ type: 'object', origin: 'value', input: { ...input }, key: 'record_name', value }] as const;
    addIssue({ message: 'a record name that ends in the digest', input: value, path: [...path] });
  }),
);

/** RFC 8785 text with a newline at the end: a receipt is a file. */
export function formatReceipt(value: Receipt): string {
  return `${Buffer.from(canonicalJson({ ...value })).toString('utf8')}\n`;
}

/** ConfigurationError `json/...` or `receipt/invalid`. */
export function parseReceipt(bytes: Uint8Array, at: string): Receipt {
  const parsed = v.safeParse(receipt, parseStrictJson(bytes, { at, limits: { maxBytes: 16_384, maxDepth: 4 } }), {
    abortEarly: true,
  });
  if (parsed.success) return parsed.output;
  const { expected, found, pointer } = explainIssue(parsed.issues[0]);
  throw new ConfigurationError('receipt/invalid', {
    expected: `a receipt as Proofrail writes it; here ${expected}`,
    found,
    at: `${at}#${pointer}`,
    doThis: 'Use the file that the run kept, unchanged.',
  });
}
