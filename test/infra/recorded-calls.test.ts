import { expect, it } from '@jest/globals';
import { recordedCalls, titleOf } from './recorded-calls.ts';
import { denialFor, KEYS, policyTexts, ROLES } from './shipped-account.ts';

const recorded = await recordedCalls();

it.each([...recorded])('the role %s is not locked out of anything that our own code does in it', (role, calls) => {
  expect(calls.flatMap((call) => (denialFor(role, call) === null ? [] : [`${titleOf(call)}: ${denialFor(role, call)}`]))).toEqual(
    [],
  );
});

it('the role whose policies lack one line is locked out, and this test sees it', () => {
  const reads = (recorded.get('writer') ?? []).filter(({ resource }) => resource.includes('identities'));
  expect(reads.length).toBeGreaterThan(3);
  expect(reads.filter((call) => denialFor('deployment_reader', call) === null)).toEqual([]);
});

it('the sealer writes seals, countersignatures and its own stream alone, although it adopts, and signs with its two keys', () => {
  const calls = recorded.get('sealer') ?? [];
  const written = calls.filter(({ action }) => action === 's3:PutObject').map(({ resource }) => resource.split('/').slice(1));
  const places = written.map(([version, area, stream = '', name = '']) => {
    if (area === 'seals') return `${version}/${area}`;
    return name.endsWith('.sig') ? `${version}/${area}/*.sig` : `${version}/${area}/${stream}`;
  });
  expect([written.length > 4, new Set(places)]).toEqual([
    true,
    new Set(['v1/records/700003', 'v1/segments/700003', 'v1/seals', 'v1/receipts/*.sig']),
  ]);
  const signed = calls.filter(({ action }) => action === 'kms:Sign');
  expect(new Set(signed.map(({ resource }) => resource))).toEqual(new Set([KEYS.log, KEYS.countersign]));
  expect(new Set(calls.map(({ action }) => action))).toEqual(
    new Set([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:GetPublicKey',
      'kms:Sign',
      's3:GetBucketObjectLockConfiguration',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucketVersions',
      's3:PutObject',
    ]),
  );
});

it('the keeper reads what verifies and lengthens locks, and writes nothing', () => {
  const calls = recorded.get('keeper') ?? [];
  expect(new Set(calls.map(({ action }) => action))).toEqual(
    new Set([
      'kms:Decrypt',
      's3:GetBucketObjectLockConfiguration',
      's3:GetObject',
      's3:GetObjectRetention',
      's3:GetObjectVersion',
      's3:ListBucketVersions',
      's3:PutObjectRetention',
    ]),
  );
  const lengthened = calls.filter(({ action }) => action === 's3:PutObjectRetention');
  expect(lengthened.length).toBeGreaterThan(4);
  for (const other of ROLES.filter((role) => role !== 'keeper'))
    expect(lengthened.filter((call) => denialFor(other, call) === null).map(titleOf)).toEqual([]);
});

it('at least 60 requests are judged, of each kind that writing, reading, verifying and erasing need', () => {
  const all = [...recorded.values()].flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect([...new Set(all.map(({ action }) => action))].sort()).toEqual([
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'kms:GetPublicKey',
    'kms:Sign',
    's3:DeleteObjectVersion',
    's3:GetBucketObjectLockConfiguration',
    's3:GetBucketPolicy',
    's3:GetBucketPublicAccessBlock',
    's3:GetBucketVersioning',
    's3:GetEncryptionConfiguration',
    's3:GetLifecycleConfiguration',
    's3:GetObject',
    's3:GetObjectRetention',
    's3:GetObjectVersion',
    's3:ListBucketVersions',
    's3:PutObject',
    's3:PutObjectRetention',
  ]);
});

it('among them are pointers, written and looked up, people that are found, and the files of the trail', () => {
  const asks = (role: string, action: string, place: string): boolean =>
    (recorded.get(role) ?? []).some((call) => call.action === action && titleOf(call).includes(place));
  expect(asks('writer', 's3:PutObject', '/v1/by/')).toBe(true);
  expect(asks('deployment_reader', 's3:ListBucketVersions', '?prefix=v1/by/')).toBe(true);
  expect(asks('deployment_reader', 's3:GetObject', '/v1/by/')).toBe(true);
  expect(asks('eraser', 's3:GetObject', '/v1/identities/')).toBe(true);
  for (const role of ['verifier', 'auditor']) expect(asks(role, 's3:GetObject', '/CloudTrail-Digest/')).toBe(true);
});

it('a record of one role is not simply allowed to every other: the writer of pull requests and the readers are refused the writer’s writes', () => {
  const writes = (recorded.get('writer') ?? []).filter(
    ({ action, resource }) => action === 's3:PutObject' && !resource.includes('identities'),
  );
  expect(writes.length).toBeGreaterThan(4);
  for (const other of ROLES.filter((role) => role !== 'writer'))
    expect(writes.filter((call) => denialFor(other, call) === null).map(titleOf)).toEqual([]);
});

it.each(ROLES)('the policies of %s fit into the 10,240 characters that IAM counts, without white space', (role) => {
  expect(policyTexts(role).join('').replaceAll(/\s/g, '').length).toBeLessThan(10_240);
});
