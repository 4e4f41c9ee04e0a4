import type { Manifest, Reason, RuleResult } from '@proofrail/core/policy';
import { firstThingsFirst, renderReason } from '@proofrail/core/policy';
import type { Annotation } from '@proofrail/runner';
import type { Result } from './run.ts';

/** One line for each rule that is broken, where the developer is looking: beside the code if the reason names a place there. */
export function annotations({ judgement: { decision }, manifest }: Pick<Result, 'judgement' | 'manifest'>): Annotation[] {
  if (decision.error !== null) return [{ kind: 'error', title: decision.error.code, message: decision.error.message }];
  return firstThingsFirst(decision.rules, manifest)
    .filter(({ status, mode }) => (status === 'fail' || status === 'unknown') && mode !== 'shadow')
    .map((rule) => annotationOf(rule, manifest));
}

function annotationOf(rule: RuleResult, manifest: Manifest): Annotation {
  const known = manifest.rules.find(({ id }) => id === rule.id);
  const reasons = rule.reasons.map((reason) => renderReason(manifest, rule.id, reason));
  return {
    kind: rule.mode === 'enforce' ? 'error' : 'warning',
    title: `${rule.id} (${rule.controls.join(', ')})`,
    message: [...reasons, ...(known === undefined ? [] : [known.remediation])].join('. '),
    ...place(rule.reasons),
  };
}

function place(reasons: readonly Reason[]): { file?: string; line?: number } {
  const params = reasons.find(({ params }) => typeof params['file'] === 'string')?.params;
  const [file, line] = [params?.['file'], params?.['line']];
  return { ...(typeof file === 'string' ? { file } : {}), ...(typeof line === 'number' ? { line } : {}) };
}
