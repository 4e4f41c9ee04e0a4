import type { ControlRegistry } from '../registry/control-registry.ts';
import type { KindName } from './kind-names.ts';
import { daysOfYears } from './retention-days.ts';

/** A kind of evidence that is kept for longer than a lock which holds for everything. */
export interface KindKeptLonger {
  readonly kind: KindName;
  readonly years: number;
  readonly days: number;
}

/** Ascending by name. `days`: for how many everything is locked anyway. */
export function kindsKeptLonger(
  { retentionByKind }: Pick<ControlRegistry, 'retentionByKind'>,
  days: number,
): readonly KindKeptLonger[] {
  return Object.entries(retentionByKind)
    .map(([kind, years]) => ({ kind: kind as KindName, years, days: daysOfYears(years) }))
    .filter((one) => one.days > days)
    .sort((one, other) => (one.kind < other.kind ? -1 : 1));
}
