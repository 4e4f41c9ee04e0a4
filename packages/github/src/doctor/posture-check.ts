import type { Severity } from '@proofrail/core/workflows';
import type { Sight } from './sight.ts';
import type { Sights } from './sights.ts';

/** One way round a gate that is visible in the settings of a repository. */
export interface PostureCheck {
  /** Stable name, a row of docs/doctor.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly looksFor: string;
  readonly doThis: string;
  /** Rows of the table of bypasses (gate.md 2). */
  readonly rows: readonly number[];
  find(sights: Sights): Sight<readonly PostureSighting[]>;
}

/** `at` and `what` hold names from the repository: escape before showing. */
export interface PostureSighting {
  readonly at: string;
  readonly what: string;
}
