import { ConfigurationError } from '../../outcomes/failure.ts';

const EXPECTED = {
  'image/format': '[registry[:port]/]name[:tag][@digest] (github.com/distribution/reference)',
  'image/uppercase': 'a repository name in lower case',
  'image/too-long': 'a repository name of at most 255 characters',
  'image/digest-algorithm': 'a digest by sha256 or sha512 (OCI image-spec, descriptor.md, registered algorithms)',
  'image/digest': 'the full digest in lower-case hex: 64 digits for sha256, 128 for sha512',
  'image/no-name': 'a repository name: digits of a digest alone say nothing about where to pull from',
} as const;

export type ImageFailureCode = keyof typeof EXPECTED;

export function imageFailure(code: ImageFailureCode, found: string, at: string): ConfigurationError {
  const doThis = 'Write the image as the registry prints it, for example registry.example.com/app@sha256:<64 hex digits>.';
  return new ConfigurationError(code, { expected: EXPECTED[code], found, at, doThis });
}
