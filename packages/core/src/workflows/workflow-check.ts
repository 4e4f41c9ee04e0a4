import type { WorkflowSet } from './workflow-set.ts';

/** One way round a gate that is visible in the text of workflow files. */
export interface WorkflowCheck {
  /** Stable name, a row of docs/doctor.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly looksFor: string;
  readonly doThis: string;
  /** Rows of the table of bypasses (gate.md 2) that it finds; empty for what only loses evidence. */
  readonly rows: readonly number[];
  /** Checks of the second kind see nothing where no check is known to be required. */
  readonly about: 'every workflow' | 'required checks';
  find(set: WorkflowSet): readonly Sighting[];
}

export type Severity = 'high' | 'medium' | 'low';

/** Where it was seen. `what` holds text of the file. */
export interface Sighting {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}
