import type { ControlRegistry } from '../registry/control-registry.ts';
import { daysOfYears } from './retention-days.ts';

export interface AskedRetention {
  /** Null: no control says it for itself; the registry, or its preset, does. */
  readonly control: string | null;
  readonly years: number;
  readonly days: number;
}

/** For how long a registry wants evidence to be kept, and by whose word: the longest first, which is what a lock has to give. */
export function askedRetention({
  retentionYears,
  retentionByControl,
}: Pick<ControlRegistry, 'retentionYears' | 'retentionByControl'>): readonly [AskedRetention, ...AskedRetention[]] {
  const asked = Object.entries(retentionByControl)
    .map(([control, years]) => ({ control, years, days: daysOfYears(years) }))
    .sort((one, other) => other.years - one.years);
  const [longest, ...others] = asked;
  if (longest?.years === retentionYears) return [longest, ...others];
  return [{ control: null, years: retentionYears, days: daysOfYears(retentionYears) }, ...asked];
}
