import { daysOfYears, DEFAULT_RETENTION_DAYS } from '@proofrail/core/controls';
import { recordedRetention, type RetentionQuestion } from '@proofrail/core/gate';
import { counted } from '@proofrail/core/text';
import { retentionOfRegistry } from '../ledger/retention-of-registry.ts';

/** For how many days a verification wants each version to be locked. */
export interface WantedRetention {
  readonly days: number;
  readonly by: 'command-line' | 'registry' | 'decisions' | 'default';
}

/**
 * What `--days` and the registry of `--config` ask for, the longer of the two; without either, on a bucket that locks, what the newest
 * decisions in it say of their registry, else seven years. Null: nobody asks, and the store locks nothing by itself.
 */
export async function wantedRetention(
  { days, config }: { readonly days?: number; readonly config?: string },
  ledger: RetentionQuestion,
): Promise<WantedRetention | null> {
  const byHand = days === undefined ? [] : [{ days, by: 'command-line' } as const];
  const byRegistry = retentionOfRegistry(config).map((asked) => ({ days: asked.days, by: 'registry' }) as const);
  const [longest] = [...byHand, ...byRegistry].sort((one, other) => other.days - one.days);
  if (longest !== undefined) return longest;
  if (ledger.store.assurance !== 'locked') return null;
  const years = await recordedRetention(ledger);
  return years === null ? { days: DEFAULT_RETENTION_DAYS, by: 'default' } : { days: daysOfYears(years), by: 'decisions' };
}

const BY: Readonly<Record<WantedRetention['by'], string>> = {
  'command-line': '--days',
  registry: 'the registry',
  decisions: 'the decisions in this ledger',
  default: 'default',
};

/** `each object for 2555 days (the registry)` */
export const wantedText = ({ days, by }: WantedRetention): string => `each object for ${counted(days, 'day')} (${BY[by]})`;
