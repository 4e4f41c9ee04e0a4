import type { Kept, RightRecord } from '../inspect/inspector.ts';
import { DAY } from './badly-kept.ts';

/** The lock that is asked for because a kind of evidence is kept longer than all. */
export interface LongerLock {
  readonly kind: string;
  readonly days: number;
  /** UTC milliseconds: counted from when the store made the record, for every other time was chosen by its writer. */
  readonly until: number;
}

/** Kind of evidence → for how many days it is kept. */
export type DaysByKind = Readonly<Record<string, number>>;

/** What is asked of a record, and how it is kept. Null: its kind is kept no longer than all, or the store says nothing of locks. */
export function longerLock(
  { longer }: Pick<RightRecord, 'longer'>,
  daysByKind: DaysByKind,
): { readonly asked: LongerLock; readonly kept: Kept } | null {
  if (longer === null || longer.kept === null) return null;
  const { kind, kept } = longer;
  const days = daysByKind[kind];
  return days === undefined ? null : { asked: { kind, days, until: kept.created + days * DAY }, kept };
}
