/** The only rule that judges single findings and lets them be excused; secrets have none (SCN-04). */
export const RULE_OF_FINDINGS = 'scans.threshold';
