import { ConfigurationError } from '@proofrail/core/outcomes';

/** What ends the build where a rule does not say what it is, with file and line. */
export const brokenAnnotation = (expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError('policies/annotation', {
    expected,
    found,
    at,
    doThis: 'copy the METADATA block of a rule beside it and say the same things of this one',
  });
