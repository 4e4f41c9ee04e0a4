import { expect, it } from '@jest/globals';
import { kmsFailure } from './kms-failure.ts';

it.each([
  ['ENOTFOUND', /region/],
  ['CredentialsProviderError', /role-to-assume.*AWS_PROFILE/],
])('says what to do about %s, which running it again does not change', (code, advice) => {
  const failure = kmsFailure(
    Object.assign(new Error(), { code, name: code.startsWith('E') ? 'Error' : code }),
    'arn',
    'kms:Sign',
  );
  expect(failure).toMatchObject({ code: 'key/unavailable', found: code, doThis: expect.stringMatching(advice) });
});
