import { compileModule, ENTRYPOINTS } from '@proofrail/core/policy';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { RegoCompiler } from '@proofrail/rego';
import { decisionSource } from './decision-source.ts';
import { holdToTheirWord } from './hold-to-their-word.ts';
import { documentSchemas } from './input-schema.ts';
import { neededBuiltins } from './needed-builtins.ts';
import { policyCapabilities } from './policy-capabilities.ts';
import { readRules, type RuleSource } from './read-rules.ts';
import { DECISION_FILE, type RegoSources } from './rego-sources.ts';
import { ALLOWED_INPUTS } from '../testing/allowed-inputs.ts';
import { accepted } from './reject.ts';
import { ruleManifest } from './rule-manifest.ts';
import { rulesPage } from './rules-page.ts';
import { sarifRules } from './sarif-rules.ts';
import { unreadPointers } from './unread-pointers.ts';

/** OPA as packages/rego/go/go.mod pins it; the manifest says so to whoever wants to build the module again. */
const OPA_VERSION = '1.22.0';

/** Everything that is made from the rules, by path relative to the repository. */
export type PolicyArtifacts = ReadonlyMap<string, Uint8Array>;

export async function buildPolicies({ rules: files }: RegoSources, compiler = new RegoCompiler()): Promise<PolicyArtifacts> {
  const rules = readRules(accepted(await compiler.inspect({ files })));
  const capabilities = policyCapabilities(await compiler.capabilities());
  const decision = decisionSource(rules);
  const sources = { files: { ...files, [DECISION_FILE]: decision }, capabilities };
  const schemas = documentSchemas();
  holdToTheirWord(rules, files, schemas['input.v1']);
  accepted(await compiler.check({ ...sources, strict: true, schemas: { 'input.v1': schemas['input.v1'] } }));
  const { wasm } = accepted(await compiler.build({ ...sources, entrypoints: ENTRYPOINTS }));
  await refuseBuiltins(wasm);
  return artifacts({ rules, decision, wasm, schemas, capabilities: pretty(capabilities) });
}

/** The third gate against a function that the module does not bring along (policy.md 1.4). */
async function refuseBuiltins(wasm: Uint8Array): Promise<void> {
  const needed = neededBuiltins(await compileModule(wasm));
  if (needed.length === 0) return;
  throw new ConfigurationError('policies/builtins', {
    expected: 'a module that needs nothing of its host',
    found: needed.join(', '),
    at: 'policies/bundle/policy.wasm',
    doThis: 'remove the call, or hand the rule the finished fact',
  });
}

interface Parts {
  readonly rules: readonly RuleSource[];
  readonly decision: string;
  readonly wasm: Uint8Array;
  readonly schemas: ReturnType<typeof documentSchemas>;
  readonly capabilities: string;
}

function artifacts({ rules, decision, wasm, schemas, capabilities }: Parts): PolicyArtifacts {
  const manifest = ruleManifest(rules, wasm, capabilities, OPA_VERSION);
  const inputs = manifest.rules.flatMap((rule) => rule.inputs);
  const text = (value: string) => new TextEncoder().encode(value);
  return new Map([
    [`policies/${DECISION_FILE}`, text(decision)],
    ['policies/capabilities.json', text(capabilities)],
    ['policies/schemas/facts.v1.json', text(pretty(schemas['facts.v1']))],
    ['policies/schemas/input.v1.json', text(pretty(schemas['input.v1']))],
    ['policies/testing/allowed.json', text(pretty(ALLOWED_INPUTS))],
    ['policies/testing/unread-pointers.json', text(pretty(unreadPointers(schemas['input.v1'], inputs)))],
    ['policies/bundle/policy.wasm', wasm],
    ['policies/bundle/manifest.json', text(pretty(manifest))],
    ['policies/bundle/rules.sarif.json', text(pretty(sarifRules(rules)))],
    ['docs/rules.md', text(rulesPage(rules))],
  ]);
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
