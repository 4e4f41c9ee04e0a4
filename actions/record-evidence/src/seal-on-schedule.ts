import { sha256Of } from '@proofrail/core/canonical';
import { sealAndCountersign, type SealedAndCountersigned } from '@proofrail/core/countersign';
import type { PipelineRun, Product } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import type { Clock, ObjectStore } from '@proofrail/core/ports';
import { addedText, type Sealed } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import { loadLogKey, openCountersigner, openOutsiders, type StoreOptions } from '@proofrail/machine';
import { markdownCode } from '@proofrail/runner/escape';
import type { Checkpoint, Inputs } from './inputs.ts';

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
 * Seals a ledger: what a schedule does in a repository that writes no other evidence. ConfigurationError `seal/origin`, `key/...`,
 * `issuer/...`.
 */
export async function sealOnSchedule(
  asked: Checkpoint,
  { ledger, signingKey: key, attachments }: Pick<Inputs, 'ledger' | 'signingKey' | 'attachments'>,
  { store, clock, product, context, access }: SealDependencies,
): Promise<SealedAndCountersigned> {
  const outsiders = openOutsiders(asked, { tsa: 'with.tsa', witness: 'with.witness' });
  const log = await loadLogKey(store, asked, { logKey: 'with.log-key', origin: 'with.origin' }, access);
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const countersigner = await openCountersigner(
    { issuers: asked.issuers, receipts: 'new', key, ledger, attachments, stream: parseStreamId(context.repository.id) },
    { issuers: 'with.issuer', key: 'with.signing-key', stream: 'GITHUB_REPOSITORY_ID' },
    { store, clock, product, logKeyId: log.signer.keyId, pause },
    access,
  );
  return sealAndCountersign({ store, clock, pause, days: null, outsiders, ...log }, countersigner);
}

export const checkpointName = ({ plan }: Sealed): string => `checkpoint-${plan.n}.txt`;

/** One by one. */
const MOST_NAMED = 20;

/** The job's page: how far the seal reaches, and what it saw. */
export function checkpointSummary(sealed: SealedAndCountersigned): string {
  const { plan, checkpoint, records, gaps, issuers, countersigned, refused } = sealed;
  const rows = [
    `| sealed | checkpoint ${plan.n} of ${markdownCode(plan.origin)}: ${addedText({ records, checkpoint })} |`,
    `| root | ${markdownCode(sha256Of(checkpoint.root))} |`,
    ...issuers.map(({ issuer, keys, why }) => `| issuer | ${markdownCode(issuer)}, ${why ?? counted(keys, 'key')} |`),
    ...(issuers.length === 0 ? [] : [`| receipts | ${countersigned} countersigned |`]),
    ...refused.slice(0, MOST_NAMED).map(({ record, why }) => `| not countersigned | ${why}, ${markdownCode(record)} |`),
    ...(refused.length > MOST_NAMED ? [`| not countersigned | ${refused.length - MOST_NAMED} more |`] : []),
    ...gaps.map(({ code, by, why }) => `| gap | ${code} (${why}), ${markdownCode(by)} |`),
    ...plan.notices.map(({ code, key }) => `| noted | ${code}, ${markdownCode(key)} |`),
  ];
  return `## 🔏 Sealed\n\n${['| | |', '| --- | --- |', ...rows].join('\n')}\n`;
}
