/** What a sealer may meet in the part of the ledger that it seals. It goes into the plan, and so into every later verification. */
export const NOTICE_CODES = [
  'slot/marker',
  'slot/second-version',
  'slot/void',
  'slot/link',
  'slot/unreadable',
  'record/marker',
  'record/second-version',
  'record/unreadable',
  'record/missing',
  'record/altered',
  'record/late',
  'record/adopted',
  'stream/vanished',
  'stream/rewritten',
  'retention/short',
  'key/foreign',
  'object/replica',
  'seal/no-timestamp',
  'seal/no-cosignature',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  /** The object; for a stream that vanished, the slot that was its newest. */
  readonly key: string;
  /** Empty for what lies in none. */
  readonly stream: string;
}
