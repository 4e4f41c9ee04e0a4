import { sha256 } from '@proofrail/core/canonical';
import type { Manifest, ManifestRule } from '@proofrail/core/policy';
import type { RuleSource } from './read-rules.ts';

/** What goes beside the module: its digest, and in data what its rules say of themselves. */
export function ruleManifest(rules: readonly RuleSource[], wasm: Uint8Array, capabilities: string, opa: string): Manifest {
  return { version: 1, opa, policy: sha256(wasm), capabilities: sha256(capabilities), rules: rules.map(entry) };
}

function entry({ annotation: { title, description, custom } }: RuleSource): ManifestRule {
  return {
    id: custom.id,
    alias: custom.alias,
    title,
    description,
    severity: custom.severity,
    controls: custom.controls,
    remediation: custom.remediation,
    remedies: custom.remedies,
    inputs: custom.inputs,
    waivable: custom.waivable,
    neverWaived: custom.never_waived,
    since: custom.since,
    reasons: custom.reasons,
  };
}
