import { parseReceipt, parseTrustFile, type Receipt, type TrustFile } from '@proofrail/core/ledger';
import { readBoundedFile } from '@proofrail/machine';

export interface LedgerInputs {
  readonly trust?: TrustFile;
  readonly receipts: readonly Receipt[];
}

const MOST_BYTES = 1_048_576;

/** What a verifier brings along, read whole before the ledger is touched. ConfigurationError for any of it that cannot be used. */
export function readLedgerInputs(options: { readonly trust?: string; readonly receipt?: readonly string[] }): LedgerInputs {
  const read = (file: string): Uint8Array => readBoundedFile(file, { most: MOST_BYTES });
  const receipts = (options.receipt ?? []).map((file) => parseReceipt(read(file), file));
  return options.trust === undefined ? { receipts } : { receipts, trust: parseTrustFile(read(options.trust), options.trust) };
}
