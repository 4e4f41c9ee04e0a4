import { sealAndCountersign, type SealedAndCountersigned } from '@proofrail/core/countersign';
import type { PipelineRun, Product } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import type { Clock, ObjectStore } from '@proofrail/core/ports';
import { requireKeyOfLog } from '@proofrail/core/seal';
import { formatVerifierKey } from '@proofrail/core/tlog';
import { loadLogKey, openCountersigner, openOutsiders, pause, type StoreOptions } from '@proofrail/machine';
import type { Checkpoint, Inputs } from '../inputs.ts';

export interface SealDependencies {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly product: Product;
  /** The job that seals: what it learns of issuers goes to the stream of its repository. */
  readonly context: Pick<PipelineRun, 'repository'>;
  /** How the store was reached; a log key in KMS may be reached by the same role. */
  readonly access: StoreOptions;
}

/**
 * Seals a ledger: what a schedule does in a repository that writes no other evidence. ConfigurationError `seal/origin`,
 * `seal/other-key`, `key/...`, `issuer/...`.
 */
export async function sealOnSchedule(
  asked: Checkpoint,
  { ledger, signingKey: key, attachments }: Pick<Inputs, 'ledger' | 'signingKey' | 'attachments'>,
  { store, clock, product, context, access }: SealDependencies,
): Promise<SealedAndCountersigned> {
  const outsiders = openOutsiders(asked, { tsa: 'with.tsa', witness: 'with.witness' });
  const log = await loadLogKey(store, asked, { logKey: 'with.log-key', origin: 'with.origin' }, access);
  // Named by its public half, so that a line which stays in the workflow lets no third key in.
  if (asked.newLogKey === null || formatVerifierKey(asked.newLogKey) !== formatVerifierKey(log.key))
    await requireKeyOfLog(store, log.key);
  const countersigner = await openCountersigner(
    { issuers: asked.issuers, receipts: 'new', key, ledger, attachments, stream: parseStreamId(context.repository.id) },
    { issuers: 'with.issuer', key: 'with.signing-key', stream: 'GITHUB_REPOSITORY_ID' },
    { store, clock, product, logKeyId: log.signer.keyId, pause },
    access,
  );
  return sealAndCountersign({ store, clock, pause, days: null, outsiders, ...log }, countersigner);
}
