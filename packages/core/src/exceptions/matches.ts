import type { Exception } from './exception.ts';

/** Something that failed: a finding, an image, a file, or a whole rule when none of them is named. */
export interface Excusable {
  readonly rule: string;
  /** Numeric id of the repository. */
  readonly repository: string;
  readonly environment?: string;
  readonly fingerprint?: string;
  readonly digest?: string;
  readonly path?: string;
}

/** Whether an exception is about this at all, by exact equality. Whether it holds is for `exceptionState` to say. */
export function matches(exception: Exception, failed: Excusable): boolean {
  const { repository, environment, subject } = exception.scope;
  if (exception.rule !== failed.rule || repository !== failed.repository) return false;
  if (environment !== null && environment !== failed.environment) return false;
  if (subject === 'whole-rule')
    return failed.fingerprint === undefined && failed.digest === undefined && failed.path === undefined;
  if ('finding' in subject) return subject.finding === failed.fingerprint;
  if ('digest' in subject) return subject.digest === failed.digest;
  return subject.path === failed.path;
}
