import type { WrittenRecord } from '@proofrail/core/gate';
import { counted } from '@proofrail/core/text';
import { markdownCode } from '@proofrail/runner/escape';

/** What exceptions excused in this decision, with the days that are left: a risk that nobody sees is one that nobody carries. */
export function acceptedRisks({ record }: WrittenRecord): string {
  if (record.kind !== 'policy.decision' || record.details.waivers.length === 0) return '';
  const rows = record.details.waivers.map(({ exception, rule, days_left: days }) => {
    return `- ${markdownCode(exception)} for ${markdownCode(rule)}: ${counted(days, 'day')} left`;
  });
  return ['**Accepted risks**', '', ...rows].join('\n');
}
