import type { Rejected } from '../diagnostic.ts';
import type { PolicySources, Schemas } from '../policy-sources.ts';

export interface CheckRequest extends PolicySources {
  readonly strict?: boolean;
  readonly schemas?: Schemas;
}

export type CheckResult = { readonly kind: 'checked' } | Rejected;
