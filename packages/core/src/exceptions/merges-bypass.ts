/**
 * What no change can be denied for, because it was never asked: excused like a rule, by the merge verifier. It stands beside the rules
 * of the bundle wherever exceptions are judged.
 */
export const MERGES_BYPASS = {
  id: 'merges.bypass',
  severity: 'high',
  waivable: true,
  controls: { iso27001: ['A.8.2', 'A.8.4', 'A.8.18'], soc2: ['CC6.3', 'CC8.1'] },
} as const;
