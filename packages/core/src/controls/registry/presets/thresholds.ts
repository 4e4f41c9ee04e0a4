import { SCAN_CLASSES, type ScanClass } from '../../../facts/words.ts';

/** Open findings of one severity that are still acceptable. */
export interface Limit {
  readonly maximum: number | 'unlimited';
  readonly tolerate_assigned: boolean;
}

export interface SeverityLimits {
  readonly critical: Limit;
  readonly high: Limit;
  readonly medium: Limit;
  readonly low: Limit;
}

/** Secrets have no threshold: one is too many (`scans.secrets`). */
export type ThresholdClass = Exclude<ScanClass, 'secrets'>;
export type Thresholds = Readonly<Record<ThresholdClass, SeverityLimits>>;

export const THRESHOLD_CLASSES = SCAN_CLASSES.filter((each): each is ThresholdClass => each !== 'secrets');

export const NONE: Limit = { maximum: 0, tolerate_assigned: false };
/** None, unless somebody owns it and has promised a date that has not passed. */
export const ASSIGNED: Limit = { maximum: 0, tolerate_assigned: true };
export const ANY: Limit = { maximum: 'unlimited', tolerate_assigned: false };

export const sameForEveryClass = (limits: SeverityLimits): Thresholds => ({
  sast: limits,
  dependency: limits,
  iac: limits,
  container: limits,
  dast: limits,
});
