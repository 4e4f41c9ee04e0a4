import type { ManifestRule } from '@proofrail/core/policy';

/** A rule of the manifest in the spelling of the JSON documents. */
export function ruleJson({ neverWaived, ...rule }: ManifestRule): Record<string, unknown> {
  return { ...rule, never_waived: neverWaived };
}
