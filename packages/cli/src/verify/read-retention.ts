import { daysOfYears } from '@proofrail/core/controls';
import { recordedRetention, type RetentionQuestion } from '@proofrail/core/gate';
import { retentionOfRegistry } from '../ledger/retention-of-registry.ts';
import type { WantedRetention } from './wanted-retention.ts';

/**
 * What `--days` and the registry of `--config` ask for, the longer of the two; without either what the bucket locks by itself. What the
 * decisions in it ask for beyond that is said and is no finding: whoever made a bucket for trials knows that it locks for a day. Null:
 * nobody asks, and the store locks nothing by itself.
 */
export async function readRetention(
  { days, config }: { readonly days?: number; readonly config?: string },
  ledger: RetentionQuestion,
): Promise<WantedRetention | null> {
  const byHand = days === undefined ? [] : [{ days, by: 'command-line' } as const];
  const { asked: ofRegistry, kindsBeyond } = retentionOfRegistry(config);
  const byRegistry = ofRegistry.map((asked) => ({ days: asked.days, by: 'registry' }) as const);
  const [longest] = [...byHand, ...byRegistry].sort((one, other) => other.days - one.days);
  const given = ledger.store.lockedDays ?? 0;
  if (longest !== undefined) {
    const kinds = kindsBeyond(Math.max(longest.days, given));
    return kinds.length === 0 ? longest : { ...longest, kinds };
  }
  if (given === 0) return null;
  const { years, unread } = await recordedRetention(ledger);
  return {
    by: 'bucket',
    days: given,
    decisions_ask: years === null ? null : daysOfYears(years),
    decisions_unread: unread,
  };
}
