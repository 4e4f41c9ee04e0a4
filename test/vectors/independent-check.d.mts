import type { SequencedReceipt, TrustFile } from '../../packages/core/src/ledger/index.ts';

/** What the ledger holds, in order: the payloads of its records. Throws at the first thing that is wrong. */
export function check(
  objects: ReadonlyMap<string, Buffer>,
  trust: TrustFile,
  receipt: SequencedReceipt,
): { readonly predicateType: string }[];
