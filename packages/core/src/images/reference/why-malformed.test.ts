import { expect, it } from '@jest/globals';
import { whyMalformed } from './why-malformed.ts';

it.each([
  [`ghcr.io/Acme/web@sha256:${'d'.repeat(64)}`, 'a repository name in lower case'],
  [`web@sha256:${'d'.repeat(63)}`, 'the full digest in lower-case hex: 64 digits for sha256, 128 for sha512'],
  [`web@sha256:${'D'.repeat(64)}`, 'the full digest in lower-case hex: 64 digits for sha256, 128 for sha512'],
  [`https://ghcr.io/web@sha256:${'d'.repeat(64)}`, '[registry[:port]/]name[:tag][@digest] (github.com/distribution/reference)'],
  ['', '[registry[:port]/]name[:tag][@digest] (github.com/distribution/reference)'],
])('says of %j what it lacks', (text, lacks) => expect(whyMalformed(text)).toBe(`not an image reference: expected ${lacks}`));
