import type { InitOptions } from './declare-init.ts';
import type { PlannedFile } from './planned-file.ts';

/** What a run of `proofrail init` found and did. */
export interface Initialised {
  readonly folder: string;
  readonly mode: InitOptions['mode'];
  readonly files: readonly PlannedFile[];
  readonly written: boolean;
  readonly nextSteps: readonly string[];
}
