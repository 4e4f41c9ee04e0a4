import type { ConfigurationError } from '../outcomes/index.ts';

/** A file of `.proofrail/exceptions/` that says nothing anybody could judge. It excuses nothing, and `exceptions.validity` reports it. */
export interface UnreadableException {
  /** Inside `.proofrail/`. */
  readonly file: string;
  readonly failure: ConfigurationError;
}
