import {
  firstThingsFirst,
  isBroken,
  remediesOf,
  renderReason,
  type Manifest,
  type Reason,
  type RuleResult,
} from '@proofrail/core/policy';
import type { Annotation } from '@proofrail/runner';
import type { Gated, GatedChange } from '../run.ts';

/** One line for each rule that is broken, where the developer is looking: beside the code if the reason names a place there. */
export function annotations({ changes, missing, manifest, outcome }: Gated): Annotation[] {
  const lacking = missing.map(({ permission }): Annotation => ({
    kind: outcome === 'allow' ? 'warning' : 'error',
    title: `permission/missing: ${permission}`,
    message: `Grant the job "permissions: {${permission}: read}"; until then what it would show is unknown, and no rule passes on it.`,
  }));
  return [...changes.flatMap((change) => annotationsOf(change, manifest)), ...lacking];
}

function annotationsOf({ verdict }: GatedChange, manifest: Manifest): Annotation[] {
  if (verdict.kind === 'fault') return [{ kind: 'error', title: verdict.fault.code, message: verdict.fault.message }];
  const { decision } = verdict.judgement;
  if (decision.error !== null) return [{ kind: 'error', title: decision.error.code, message: decision.error.message }];
  return firstThingsFirst(decision.rules, manifest)
    .filter(({ status, mode }) => isBroken(status) && mode !== 'shadow')
    .map((rule) => annotationOf(rule, manifest));
}

function annotationOf(rule: RuleResult, manifest: Manifest): Annotation {
  const reasons = rule.reasons.map((reason) => renderReason(manifest, rule.id, reason));
  return {
    kind: rule.mode === 'enforce' ? 'error' : 'warning',
    title: `${rule.id} (${rule.controls.join(', ')})`,
    message: [...reasons.map((reason) => `${reason}.`), ...remediesOf(rule, manifest)].join(' '),
    ...place(rule.reasons),
  };
}

function place(reasons: readonly Reason[]): { file?: string; line?: number } {
  const params = reasons.find(({ params }) => typeof params['file'] === 'string')?.params;
  const [file, line] = [params?.['file'], params?.['line']];
  return { ...(typeof file === 'string' ? { file } : {}), ...(typeof line === 'number' ? { line } : {}) };
}
