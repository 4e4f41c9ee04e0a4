import type { JsonObject, JsonValue } from '@proofrail/core/canonical';
import type { Diagnostic, Rejected } from '../diagnostic.ts';
import type { PolicySources } from '../policy-sources.ts';

export interface EvaluateRequest extends PolicySources {
  /** `data.package.rule`, or any query of one expression. */
  readonly query: string;
  readonly data?: JsonObject;
  readonly inputs: readonly JsonValue[];
}

/** `values` is empty when the query is undefined, as it is from `@open-policy-agent/opa-wasm`. */
export type EvaluateAnswer =
  | { readonly kind: 'values'; readonly values: readonly JsonValue[] }
  | { readonly kind: 'failed'; readonly errors: readonly Diagnostic[] };

export interface Evaluated {
  readonly kind: 'evaluated';
  /** One for each input, in their order. */
  readonly answers: readonly EvaluateAnswer[];
}

export type EvaluateResult = Evaluated | Rejected;
