import { compileModule, evaluateModule } from '@proofrail/core/policy';
import type { JsonValue } from '@proofrail/core/canonical';
import { readBundle } from '../read-bundle.ts';

interface BareAnswer {
  readonly id: string;
  readonly status: string;
  readonly reasons: readonly { readonly code: string; readonly params: object }[];
}

const module = compileModule(readBundle().wasm);

/** What the shipped module answers by itself: no schema, no manifest, no registry. Empty where it ends without an answer. */
export function askBareModule(document: JsonValue): readonly BareAnswer[] {
  try {
    const [answer] = evaluateModule(module, document as object) as readonly { readonly result: readonly BareAnswer[] }[];
    return answer?.result ?? [];
  } catch {
    return []; // the host turns every throw into a denial: decide.test.ts
  }
}

/** The bare module lets a change through when every rule passes or does not apply, and at least one passes. */
export function bareModuleAllows(document: JsonValue): boolean {
  const answers = askBareModule(document);
  const fine = answers.filter(({ status }) => status === 'pass' || status === 'not_applicable');
  return fine.length === answers.length && answers.some(({ status }) => status === 'pass');
}
