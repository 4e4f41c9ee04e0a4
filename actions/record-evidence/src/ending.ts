import type { Outcome } from '@proofrail/core/outcomes';
import type { Annotation } from '@proofrail/runner';

/** How a step ended, whatever it recorded, before anybody was told. */
export interface Ending {
  readonly outcome: Outcome;
  /** What is said beside the page, where people look who come from a red check. */
  readonly annotations: readonly Annotation[];
  /** The job's page, in Markdown. */
  readonly page: string;
  /** Paths of what it proves itself by: receipts, or a checkpoint. The artifact holds them before the files that were asked for. */
  readonly kept: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}
