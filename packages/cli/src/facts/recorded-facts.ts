import type { ConfigurationError } from '@proofrail/core/outcomes';
import type { Collected } from '@proofrail/github';
import type { FactsLayout } from './facts-layout.ts';

export interface RecordedFacts {
  readonly layout: FactsLayout;
  readonly collected: Collected;
  /** File names in the folder of reports. */
  readonly reports: readonly string[];
  /** Why there is no folder of policy, or null where there is one. */
  readonly policy: { readonly problem: ConfigurationError | null };
}
