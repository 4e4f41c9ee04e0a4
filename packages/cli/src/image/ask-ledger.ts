import { isSha256 } from '@proofrail/core/canonical';
import { digestChecker, type DigestAnswer } from '@proofrail/core/gate';
import { sealedBeforeThefts } from '@proofrail/core/verification';
import { findAttachments, openLedger, type StoreOptions } from '@proofrail/machine';
import { readLedgerInputs } from '../ledger-inputs.ts';

/** Reads a ledger once and answers for any digest. Throws for a ledger that does not verify: its word is worth nothing then. */
export async function askLedger(
  uri: string,
  options: StoreOptions & { readonly trust?: string; readonly attachments?: string; readonly acceptGiven?: boolean },
): Promise<(digest: string) => Promise<DigestAnswer>> {
  const { trust = null } = readLedgerInputs(options);
  const store = await openLedger(uri, options);
  const check = await digestChecker({
    store,
    trust,
    ...(trust === null ? {} : { sealed: await sealedBeforeThefts(store, { trust }) }),
    attachments: await findAttachments(uri, options.attachments ?? null, options),
    acceptGiven: options.acceptGiven ?? false,
  });
  return async (digest) => (isSha256(digest) ? check(digest) : UNKNOWN_ALGORITHM);
}

const UNKNOWN_ALGORITHM: DigestAnswer = {
  outcome: 'deny',
  code: 'image/no-sbom',
  reason: 'a ledger knows artifacts by SHA-256 alone',
  record: null,
};
