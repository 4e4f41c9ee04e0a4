import * as sdk from '@open-policy-agent/opa-wasm';
import type { JsonValue } from '@proofrail/core/canonical';
import { ALL_RULES, compileModule } from '@proofrail/core/policy';
import { readBundle } from '../read-bundle.ts';

interface BareAnswer {
  readonly id: string;
  readonly status: string;
  readonly reasons: readonly { readonly code: string; readonly params: object }[];
}

const module = await compileModule(readBundle().wasm);
const { loadPolicySync } = (sdk as unknown as { default: typeof sdk }).default;

// One instance for many documents, which the product never does: a hundred thousand fresh ones would take three times as long.
let instance = loadPolicySync(module as never);

/** What the shipped module answers by itself: no schema, no manifest, no registry. Empty where it ends without an answer. */
export function askBareModule(document: JsonValue): readonly BareAnswer[] {
  try {
    const [answer] = instance.evaluate(document, ALL_RULES) as unknown as readonly {
      readonly result: readonly BareAnswer[];
    }[];
    return answer?.result ?? [];
  } catch {
    instance = loadPolicySync(module as never); // after an abort nothing in it can be relied on
    return []; // the host turns every throw into a denial: fail-closed.test.ts
  }
}

/** The bare module lets a change through when every rule passes or does not apply, and at least one passes. */
export function bareModuleAllows(document: JsonValue): boolean {
  const answers = askBareModule(document);
  const fine = answers.filter(({ status }) => status === 'pass' || status === 'not_applicable');
  return fine.length === answers.length && answers.some(({ status }) => status === 'pass');
}
