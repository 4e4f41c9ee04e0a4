import { daysOfYears } from '@proofrail/core/controls';
import { MOST_RECORDS, recordedRetention, type RetentionQuestion } from '@proofrail/core/gate';
import { counted } from '@proofrail/core/text';
import { retentionOfRegistry } from '../ledger/retention-of-registry.ts';

/** For how many days a verification wants each version to be locked, and by whose word. */
export type WantedRetention =
  | { readonly by: 'command-line' | 'registry'; readonly days: number }
  | {
      /** Nobody was there to ask for more than the bucket gives to each object by itself. */
      readonly by: 'bucket';
      readonly days: number;
      /** What the registries of the newest decisions in it ask for; null: none of them says. */
      readonly decisions_ask: number | null;
      /** Streams of which only the newest slots were looked through, and which hold no decision there. */
      readonly decisions_unread: readonly string[];
    };

/**
 * What `--days` and the registry of `--config` ask for, the longer of the two; without either what the bucket locks by itself. What the
 * decisions in it ask for beyond that is said and is no finding: whoever made a bucket for trials knows that it locks for a day. Null:
 * nobody asks, and the store locks nothing by itself.
 */
export async function wantedRetention(
  { days, config }: { readonly days?: number; readonly config?: string },
  ledger: RetentionQuestion,
): Promise<WantedRetention | null> {
  const byHand = days === undefined ? [] : [{ days, by: 'command-line' } as const];
  const byRegistry = retentionOfRegistry(config).map((asked) => ({ days: asked.days, by: 'registry' }) as const);
  const [longest] = [...byHand, ...byRegistry].sort((one, other) => other.days - one.days);
  if (longest !== undefined) return longest;
  const given = ledger.store.lockedDays ?? 0;
  if (given === 0) return null;
  const { years, unread } = await recordedRetention(ledger);
  return {
    by: 'bucket',
    days: given,
    decisions_ask: years === null ? null : daysOfYears(years),
    decisions_unread: unread,
  };
}

const BY: Readonly<Record<WantedRetention['by'], string>> = {
  'command-line': '--days',
  registry: 'the registry',
  bucket: 'as the bucket locks by itself',
};

/** What is asked, never what was found: `2555 days are asked of each object (the registry)`, what falls short of the decisions in the ledger, and where none was found. */
export function wantedText(wanted: WantedRetention): string {
  const text = `${counted(wanted.days, 'day')} ${wanted.days === 1 ? 'is' : 'are'} asked of each object (${BY[wanted.by]})`;
  return wanted.by === 'bucket' ? [text, ...askedBeyond(wanted), ...unreadText(wanted)].join('; ') : text;
}

type ByBucket = Extract<WantedRetention, { readonly by: 'bucket' }>;

function askedBeyond({ days, decisions_ask: asked }: ByBucket): string[] {
  if (asked === null || asked <= days) return [];
  return [`decisions in it ask for ${counted(asked, 'day')}: with --days ${asked} each shorter lock is a finding`];
}

function unreadText({ decisions_unread: streams }: ByBucket): string[] {
  if (streams.length === 0) return [];
  const where = streams.length === 1 ? `of stream ${streams.join('')}` : `of each of ${streams.length} streams`;
  return [`no decision in the newest ${MOST_RECORDS} records ${where}, and older ones were not asked`];
}
