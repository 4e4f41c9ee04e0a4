import { findControl } from '@proofrail/core/controls';
import type { Change, ControlCoverage } from '../report-model.ts';

/** How often each rule answered for each control, by control id. */
export function coverageOf(changes: readonly Change[], control: string | null): ControlCoverage[] {
  const rows = changes.flatMap((change) => change.rules.flatMap((rule) => rule.controls.map((id) => ({ id, rule }))));
  const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => control === null || id === control);
  return ids.sort(byNumber).map((id) => {
    const own = rows.filter((row) => row.id === id).map(({ rule }) => rule);
    const count = (status: Change['rules'][number]['status']): number => own.filter((rule) => rule.status === status).length;
    return {
      control: id,
      title: findControl(id)?.title ?? null,
      rules: [...new Set(own.map((rule) => rule.id))].sort(),
      passed: count('pass'),
      failed: count('fail'),
      waived: count('waived'),
      unknown: count('unknown'),
      notApplicable: count('not_applicable'),
    };
  });
}

const collator = new Intl.Collator('en', { numeric: true });
const byNumber = (a: string, b: string): number => collator.compare(a, b);
