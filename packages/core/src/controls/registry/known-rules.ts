import type { Severity } from '../../facts/words.ts';

/** What the registry needs to know about the rules of a policy bundle. The bundle's manifest is one. */
export interface KnownRules {
  readonly rules: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly waivable: boolean;
    readonly controls: { readonly iso27001: readonly string[]; readonly soc2: readonly string[] };
  }[];
}

/** How a failure of a rule counts: recorded only, shown, or in the way (policy.md 4.3). */
export const ROLLOUT_MODES = ['shadow', 'warn', 'enforce'] as const;
export type RolloutMode = (typeof ROLLOUT_MODES)[number];

/** They guard the other rules, so no registry can leave them out or lower them. */
export const ALWAYS_ON = ['exceptions.validity', 'integrity.evidence'] as const;

/**
 * What no change can be denied for, because it was never asked: excused like a rule, by the merge verifier. It stands beside the rules
 * of the bundle wherever exceptions are judged.
 */
export const MERGES_BYPASS = {
  id: 'merges.bypass',
  severity: 'high',
  waivable: true,
  controls: { iso27001: ['A.8.2', 'A.8.4', 'A.8.18'], soc2: ['CC6.3', 'CC8.1'] },
} as const satisfies KnownRules['rules'][number];
