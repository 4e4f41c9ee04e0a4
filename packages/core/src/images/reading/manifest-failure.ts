import { ConfigurationError } from '../../outcomes/failure.ts';

/** A manifest as a whole cannot be read, so what it pulls is not known. */
export function manifestFailure(
  code: 'image/malformed-yaml' | 'image/manifest-too-large',
  found: string,
  at: string,
  cause?: unknown,
): ConfigurationError {
  const doThis = 'Correct the file here; a template must be rendered before its images can be judged.';
  return new ConfigurationError(code, { expected: 'YAML whose image references can be read', found, at, doThis, cause });
}
