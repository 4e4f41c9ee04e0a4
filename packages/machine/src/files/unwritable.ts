import { UnavailableError } from '@proofrail/core/outcomes';

/** `file/unwritable`: what the file system said when something was to be written at that place. */
export const unwritable = (at: string, cause: unknown): UnavailableError =>
  new UnavailableError('file/unwritable', {
    expected: 'a place that can be written',
    found: cause instanceof Error ? cause.message : String(cause),
    at,
    doThis: 'name a place in a folder that exists and that you may write to',
    cause,
  });
