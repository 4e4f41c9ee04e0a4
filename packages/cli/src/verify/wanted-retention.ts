import type { KindKeptLonger } from '@proofrail/core/controls';
import { MOST_RECORDS, type RetentionQuestion } from '@proofrail/core/gate';
import { counted } from '@proofrail/core/text';

/** For how many days a verification wants each version to be locked, and by whose word. */
export type WantedRetention =
  | {
      readonly by: 'command-line' | 'registry';
      readonly days: number;
      /** Kinds of evidence that the registry keeps for longer; absent: none. */
      readonly kinds?: readonly KindKeptLonger[];
    }
  | {
      /** Nobody was there to ask for more than the bucket gives to each object by itself. */
      readonly by: 'bucket';
      readonly days: number;
      /** What the registries of the newest decisions in it ask for; null: none of them says. */
      readonly decisions_ask: number | null;
      /** Streams of which only the newest slots were looked through, and which hold no decision there. */
      readonly decisions_unread: readonly string[];
    };

/** What is asked of the locks of a ledger, and by whom; null: nobody asks, and the store locks nothing by itself. */
export async function wantedRetention(
  asked: { readonly days?: number; readonly config?: string },
  ledger: RetentionQuestion,
): Promise<WantedRetention | null> {
  const isWanted = asked.days !== undefined || asked.config !== undefined || (ledger.store.lockedDays ?? 0) > 0;
  if (!isWanted) return null;
  const { readRetention } = await import('./read-retention.ts'); // a registry brings YAML along, a decision all that reads evidence
  return readRetention(asked, ledger);
}

const BY: Readonly<Record<WantedRetention['by'], string>> = {
  'command-line': '--days',
  registry: 'the registry',
  bucket: 'as the bucket locks by itself',
};

/** Of which kinds more is asked; empty: of none. */
export const kindsIn = (wanted: WantedRetention | null): readonly KindKeptLonger[] =>
  wanted === null || wanted.by === 'bucket' ? [] : (wanted.kinds ?? []);

/** What is asked, never what was found: `2555 days are asked of each object (the registry)`, what falls short of the decisions in the ledger, and where none was found. */
export function wantedText(wanted: WantedRetention): string {
  const text = `${counted(wanted.days, 'day')} ${wanted.days === 1 ? 'is' : 'are'} asked of each object (${BY[wanted.by]})`;
  const more = wanted.by === 'bucket' ? [...askedBeyond(wanted), ...unreadText(wanted)] : kindsIn(wanted).map(kindText);
  return [text, ...more].join('; ');
}

const kindText = ({ kind, days }: KindKeptLonger): string => `${counted(days, 'day')} of each ${kind}`;

/** `3 records of these kinds wait for the keeper`: no finding, and nothing where it is none. */
export const waitingText = (waiting: number): string[] =>
  waiting === 0 ? [] : [`${counted(waiting, 'record')} of these kinds ${waiting === 1 ? 'waits' : 'wait'} to be lengthened`];

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
