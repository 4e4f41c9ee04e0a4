import { findControl } from '@proofrail/core/controls';
import type { Change, ControlCoverage } from '../report-model.ts';

/** How often each rule answered for each control, by control id. What passed on records that do not verify is not known to have passed. */
export function coverageOf(changes: readonly Change[], control: string | null): ControlCoverage[] {
  const rows = changes.flatMap((change) =>
    change.rules.flatMap(({ id: rule, controls, status }) =>
      controls.map((id) => ({ id, rule, status: isDoubtful(change, status) ? 'unknown' : status })),
    ),
  );
  const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => control === null || id === control);
  return ids.sort(byNumber).map((id) => {
    const own = rows.filter((row) => row.id === id);
    const count = (status: Status): number => own.filter((row) => row.status === status).length;
    return {
      control: id,
      title: findControl(id)?.title ?? null,
      rules: [...new Set(own.map(({ rule }) => rule))].sort(),
      passed: count('pass'),
      failed: count('fail'),
      waived: count('waived'),
      unknown: count('unknown'),
      notApplicable: count('not_applicable'),
    };
  });
}

type Status = Change['rules'][number]['status'];

const isDoubtful = ({ doubts }: Change, status: Status): boolean => status === 'pass' && doubts.length > 0;

const collator = new Intl.Collator('en', { numeric: true });
const byNumber = (a: string, b: string): number => collator.compare(a, b);
