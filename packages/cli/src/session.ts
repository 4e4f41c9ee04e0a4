import type { Clock, Logger } from '@proofrail/core/ports';
import type { Answer } from './answer.ts';

/** All that a command may know of the process it runs in. */
export interface Session {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs one command's work and shows its answer: `name` becomes the schema of the JSON document, `proofrail.cli/<name>/v1`. */
export type Perform = (
  name: string,
  options: { readonly json?: boolean },
  work: (session: Session) => Answer | Promise<Answer>,
) => Promise<void>;
