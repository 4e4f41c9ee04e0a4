import type { RequiredScan } from '../control-registry.ts';
import { ANY, NONE, sameForEveryClass } from './thresholds.ts';

/**
 * What the short form takes where it has no words (decisions.md, Rules): flow `trunk`, critical and high findings block, a scan of each
 * of these classes by any scanner within a week. Decision and summary name this preset, so that nobody takes it for the file's choice.
 */
export const baseline = {
  thresholds: sameForEveryClass({ critical: NONE, high: NONE, medium: ANY, low: ANY }),
  scanners: [
    { class: 'sast', scanner: 'any', maxAgeDays: 7 },
    { class: 'secrets', scanner: 'any', maxAgeDays: 7 },
    { class: 'iac', scanner: 'any', maxAgeDays: 7 },
  ] satisfies RequiredScan[],
  /** Change and scan evidence: a framework period and its audit (auditor.md 6.7). */
  retentionYears: 3,
};
