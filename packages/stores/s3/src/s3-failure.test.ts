import { expect, it } from '@jest/globals';
import { s3Failure } from './s3-failure.ts';

const refused = (status: number, code: string) =>
  s3Failure({ Code: code, $metadata: { httpStatusCode: status } }, 'evidence', 's3:GetObject');

it.each([
  ['RequestTimeTooSkewed', /clock of this machine/],
  ['RequestExpired', /credentials have run out/],
  ['InvalidToken', /session token/],
  ['SignatureDoesNotMatch', /secret key/],
])('does not ask for a permission where %s is said of the caller', (code, advice) => {
  expect(refused(403, code)).toMatchObject({ code: 'store/unavailable', doThis: expect.stringMatching(advice) });
});

it('asks for the permission where access is denied', () => {
  expect(refused(403, 'AccessDenied')).toMatchObject({ code: 'store/denied', doThis: expect.stringContaining('s3:GetObject') });
});

it('says to who has no credentials how a job and how a person gets some', () => {
  const { doThis } = s3Failure(Object.assign(new Error(), { name: 'CredentialsProviderError' }), 'evidence', 's3:GetObject');
  expect(doThis).toMatch(/role-to-assume.*--role-to-assume.*AWS_PROFILE/);
});
