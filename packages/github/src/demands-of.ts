import type { Configuration } from '@proofrail/core/controls';
import type { Demands } from './demands.ts';

/** What a configuration asks the collector to look for. */
export function demandsOf({ requirements, sources }: Configuration): Demands {
  return {
    protectedBranches: requirements.branches.protected.items,
    checks: requirements.checks.required.items,
    reports: sources.reports,
    gate: sources.gate,
    securityMarks: sources.securityMarks,
    // Letters, digits and underscores by the format: nothing in them means anything to a pattern.
    ticketPattern: sources.tickets.length === 0 ? null : new RegExp(`\\b(?:${sources.tickets.join('|')})-[0-9]{1,10}\\b`),
  };
}
