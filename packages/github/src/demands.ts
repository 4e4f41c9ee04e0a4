import type { Sources } from '@proofrail/core/controls';
import type { RequiredCheck } from './required-check.ts';
import type { ReportSource } from './scans/report-source.ts';

/** What the configuration asks the collector to look for. Who answers this reads `.proofrail/`; the collector does not. */
export interface Demands {
  /** Branches to which nothing comes unreviewed. */
  readonly protectedBranches: readonly string[];
  /** Waited for while they have not ended. */
  readonly checks: readonly RequiredCheck[];
  /** Where the report of each required scanner comes from. */
  readonly reports: readonly ReportSource[];
  /** By which check the gate itself reports; null where the registry does not say. */
  readonly gate: Sources['gate'];
  /** Words and labels that mark a review thread as one about security. */
  readonly securityMarks: readonly string[];
  /** What a reference to a ticket looks like; null where the registry does not say. */
  readonly ticketPattern: RegExp | null;
}

/** Of a configuration that cannot be used: the gate will say so, and needs facts to record it with. */
export const NO_DEMANDS: Demands = {
  protectedBranches: [],
  checks: [],
  reports: [],
  gate: null,
  securityMarks: [],
  ticketPattern: null,
};
