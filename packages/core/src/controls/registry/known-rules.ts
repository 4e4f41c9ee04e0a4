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

/**
 * They count approvals against `approvals.min`, whoever else does. Where nobody says how many, nothing passes them, until a repository
 * below the organisation names a number of its own.
 */
export const COUNT_APPROVALS = ['approvals.fresh', 'approvals.human'] as const;

/** They guard the other rules, so no registry can leave them out or lower them. */
export const ALWAYS_ON = ['exceptions.validity', 'integrity.evidence'] as const;
