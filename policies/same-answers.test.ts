import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type JsonValue } from '@proofrail/core/canonical';
import { RegoCompiler } from '@proofrail/rego';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRequiredRun } from '../test/required-run.ts';
import { DECISION_FILE, readRegoSources } from './build/rego-sources.ts';
import { accepted } from './build/reject.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { askBareModule } from './testing/bare-module.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';
import { mutations } from './testing/mutations.ts';

// Every alteration of the field law would do, at some 30 ms each in OPA's own evaluator.
const STEP = inRequiredRun(13, 53);

/** OPA as WebAssembly, on however busy a machine. */
const MOST_SECONDS = 300;

function* inputs(): Generator<JsonValue> {
  const documents = [...Object.values(ALLOWED_INPUTS), ...Object.values(DENIED_INPUTS).map(({ input }) => input)] as JsonValue[];
  yield* documents;
  yield {};
  for (const document of documents.slice(0, 3)) {
    let index = 0;
    for (const mutation of mutations(document)) if (index++ % STEP === 0) yield mutation.document;
  }
}

/** Sets leave a WASM module in the order of their hashes, and OPA sorted. */
function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const keyed = value.map((item: JsonValue) => inOrder(item)).map((item) => [text(item), item] as const);
    return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOrder(member as JsonValue)]));
}

const text = (value: JsonValue) => new TextDecoder().decode(canonicalJson(value));

describe('the shipped module', () => {
  it(
    'answers as OPA’s own evaluator does, for whatever is asked',
    async () => {
      const { rules } = readRegoSources(import.meta.dirname);
      const decision = readFileSync(path.join(import.meta.dirname, DECISION_FILE), 'utf8');
      const files = { ...rules, [DECISION_FILE]: decision.replace('schema["input.v1"]', '{}') }; // types were checked by the build
      const asked = [...inputs()];
      const request = { files, query: 'data.proofrail.decision', inputs: asked };
      const { answers } = accepted(await new RegoCompiler({ limits: { seconds: MOST_SECONDS } }).evaluate(request));
      expect(answers.length).toBeGreaterThan(200);
      answers.forEach((answer, index) => {
        const [value] = answer.kind === 'values' ? answer.values : [];
        const ours = askBareModule(asked[index] ?? null) as unknown as JsonValue;
        expect([index, text(inOrder(ours))]).toEqual([index, text(inOrder(value ?? []))]);
      });
    },
    MOST_SECONDS * 1_000,
  );
});
