import { sha256 } from '@proofrail/core/canonical';
import type { Manifest, ManifestRule, PolicyBundle } from '@proofrail/core/policy';
import { RegoCompiler } from '@proofrail/rego';
import { accepted } from '../build/reject.ts';

/** A module that misbehaves in every way that was met with the SDK (policy.md 1.3), chosen by `input.case`. */
const SOURCE = `package proofrail

decision := [answer("pass")] if input.case == "well"
decision := [answer("pass"), {"id": "a.second", "status": "pass", "reasons": []}] if input.case == "extra rule"
decision := [answer("pass"), answer("fail")] if input.case == "rule twice"
decision := [] if input.case == "empty"
decision := [answer("maybe")] if input.case == "unknown status"
decision := "pass" if input.case == "text"
decision := [{"id": "a.first", "status": "fail", "reasons": [{"code": "nameless", "params": {}}]}] if input.case == "nameless reason"
decision := [answer("fail")] if input.case == "no reason"
decision := [answer(time.now_ns())] if input.case == "missing builtin"
decision := sprintf("%q", ["a"]) if input.case == "broken builtin"
decision := conflict if input.case == "conflict"
decision := [n | some n in numbers.range(1, 3000000)] if input.case == "memory"
decision := [count(input.text)] if input.case == "surrogate"

conflict := n if some n in [1, 2]

answer(status) := {"id": "a.first", "status": status, "reasons": []}
`;

const RULE: ManifestRule = {
  id: 'a.first',
  alias: 'A-01',
  title: 'first',
  description: 'first',
  severity: 'low',
  controls: { iso27001: [], soc2: [] },
  remediation: 'nothing',
  remedies: {},
  inputs: [],
  waivable: false,
  neverWaived: [],
  since: '0.1.0',
  reasons: {},
};

export async function hostileBundle(): Promise<PolicyBundle> {
  const request = { files: { 'hostile.rego': SOURCE }, entrypoints: ['proofrail/decision'] };
  const { wasm } = accepted(await new RegoCompiler().build(request));
  return { wasm, manifest: manifestOf(wasm) };
}

export function manifestOf(wasm: Uint8Array): Manifest {
  return { version: 1, opa: '1.22.0', policy: sha256(wasm), capabilities: sha256(''), rules: [RULE] };
}
