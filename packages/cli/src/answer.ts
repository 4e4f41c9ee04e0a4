import type { Outcome } from '@proofrail/core/outcomes';
import type { Style } from './terminal/style.ts';

/** What a command found, once for machines and once for people. Both say the same, and the outcome alone makes the exit code. */
export interface Answer {
  readonly outcome: Outcome;
  /** The command's own members of the JSON document (docs/cli-json.md); `schema`, `outcome` and `exit_code` are put before them. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The same for people, without a newline at the end. */
  readonly text: (page: Page) => string;
}

/** What the text is written on. */
export interface Page {
  readonly style: Style;
  /** Width of the terminal; absent when the output is no terminal, and then nothing is wrapped. */
  readonly columns?: number;
}
