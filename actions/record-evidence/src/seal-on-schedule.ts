import { sha256Of } from '@proofrail/core/canonical';
import type { Clock, ObjectStore } from '@proofrail/core/ports';
import { addedText, sealLedger, type Sealed } from '@proofrail/core/seal';
import type { StoreOptions } from '@proofrail/machine';
import { loadLogKey } from '@proofrail/machine/log-key';
import { openOutsiders } from '@proofrail/machine/outside/open-outsiders';
import { markdownCode } from '@proofrail/runner/escape';
import type { Checkpoint } from './inputs.ts';

export interface SealDependencies {
  readonly store: ObjectStore;
  readonly clock: Clock;
  /** How the store was reached; a log key in KMS may be reached by the same role. */
  readonly access: StoreOptions;
}

/** Seals a ledger: what a schedule does in a repository that writes no evidence itself. ConfigurationError `seal/origin`, `key/...`. */
export async function sealOnSchedule(asked: Checkpoint, { store, clock, access }: SealDependencies): Promise<Sealed> {
  const outsiders = openOutsiders(asked, { tsa: 'with.tsa', witness: 'with.witness' });
  const key = await loadLogKey(store, asked, { logKey: 'with.log-key', origin: 'with.origin' }, access);
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return sealLedger({ store, clock, pause, days: null, outsiders, ...key });
}

export const checkpointName = ({ plan }: Sealed): string => `checkpoint-${plan.n}.txt`;

/** The job's page: how far the seal reaches, and what it saw. */
export function checkpointSummary({ plan, checkpoint, records, gaps }: Sealed): string {
  const rows = [
    `| sealed | checkpoint ${plan.n} of ${markdownCode(plan.origin)}: ${addedText({ records, checkpoint })} |`,
    `| root | ${markdownCode(sha256Of(checkpoint.root))} |`,
    ...gaps.map(({ code, by, why }) => `| gap | ${code} (${why}), ${markdownCode(by)} |`),
    ...plan.notices.map(({ code, key }) => `| noted | ${code}, ${markdownCode(key)} |`),
  ];
  return `## 🔏 Sealed\n\n${['| | |', '| --- | --- |', ...rows].join('\n')}\n`;
}
