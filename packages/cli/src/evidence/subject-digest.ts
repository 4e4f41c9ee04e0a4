import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';

/** The digest of `name@sha256:…`. ConfigurationError `input/not-a-subject`: a tag may name something else by the time it is read. */
export function subjectDigest(subject: string, option: string): Sha256 {
  const at = subject.lastIndexOf('@');
  const digest = subject.slice(at + 1);
  if (at > 0 && isSha256(digest)) return digest;
  throw new ConfigurationError('input/not-a-subject', {
    expected: 'name@sha256: and 64 lower-case hex digits',
    found: subject,
    at: option,
    doThis: 'take the digest that the registry answers; a tag may name something else tomorrow',
  });
}
