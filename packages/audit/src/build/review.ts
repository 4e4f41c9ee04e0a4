import { known, type Fact } from '@proofrail/core/context';
import type { Review } from '../report-model.ts';
import { isKind, type PlacedRecord } from './placed-record.ts';
import { shortText } from './short-text.ts';

/** What the evidence of one change says about its reviews, threads, tickets and checks; null where none was recorded. */
export function reviewOf(evidence: readonly PlacedRecord[]): Review | null {
  const entry = evidence.find(isKind('change.approval'));
  if (entry === undefined) return null;
  const { approvals, required, threads, tickets, checks } = entry.record.details;
  return {
    counted: approvals.filter(({ counted }) => counted).length,
    asked: { minimum: required.minimum, roles: required.roles },
    class: required.class,
    elevated: required.elevated,
    threads,
    tickets: mapped(tickets, (all) => all.map(shortText)),
    checks: mapped(checks, (all) =>
      all.map(({ name, app_id: app, workflow, commit, conclusion, attempt }) => ({
        name: shortText(name),
        app,
        workflow: workflow === null ? null : shortText(workflow),
        commit,
        conclusion,
        attempt,
      })),
    ),
  };
}

const mapped = <T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> => (fact.known ? known(change(fact.value)) : fact);
