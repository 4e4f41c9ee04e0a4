import { parseReceipt, parseTrustFile, type Receipt, type TrustFile } from '@proofrail/core/ledger';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';

export interface LedgerInputs {
  readonly trust?: TrustFile;
  readonly receipts: readonly Receipt[];
}

/** What a verifier brings along, read whole before the ledger is touched. ConfigurationError for any of it that cannot be used. */
export function readLedgerInputs(options: { readonly trust?: string; readonly receipt?: readonly string[] }): LedgerInputs {
  const read = (file: string): Uint8Array => readBoundedFile(file, { most: MOST_BYTES.trust });
  const receipts = (options.receipt ?? []).map((file) => parseReceipt(read(file), file));
  return options.trust === undefined ? { receipts } : { receipts, trust: parseTrustFile(read(options.trust), options.trust) };
}
