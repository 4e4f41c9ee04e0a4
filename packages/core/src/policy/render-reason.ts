import { HOST_TEMPLATES } from './host-reasons.ts';
import type { Manifest } from './manifest.ts';
import type { Reason } from './rule-answer.ts';

/**
 * The sentence that a person reads: plain text, unescaped. A reason without a template (an older record, another bundle) is shown
 * by its code and values rather than lost.
 */
export function renderReason(manifest: Manifest, ruleId: string, reason: Reason): string {
  const templates = { ...HOST_TEMPLATES, ...manifest.rules.find((rule) => rule.id === ruleId)?.reasons };
  const name = reason.code === 'unknown' && Object.hasOwn(reason.params, 'of') ? 'unknown-of' : reason.code;
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (template === undefined) return `${reason.code} ${JSON.stringify(reason.params)}`;
  return template.replaceAll(/\{([a-z_]+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(reason.params, name) ? String(reason.params[name]) : placeholder,
  );
}
