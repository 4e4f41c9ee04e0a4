import type { Rejected } from '../diagnostic.ts';
import type { PolicySources } from '../policy-sources.ts';

export interface BuildRequest extends PolicySources {
  /** `package/rule` paths; those that annotations mark are added. */
  readonly entrypoints: readonly string[];
}

export interface Built {
  readonly kind: 'built';
  /** The bytes of `policy.wasm` in the bundle that `opa build -t wasm` makes of the same file names. */
  readonly wasm: Uint8Array;
  /** In the module's own order, with the rules that OPA adds because they depend on an entrypoint. */
  readonly entrypoints: readonly string[];
}

export type BuildResult = Built | Rejected;
