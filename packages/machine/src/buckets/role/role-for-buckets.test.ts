import { expect, it } from '@jest/globals';
import { roleForBuckets } from './role-for-buckets.ts';

const ROLE = { arn: 'arn:aws:iam::123456789012:role/writer', audience: 'proofrail:ledger', s3Endpoint: null };
const RUN = { repository: { id: '700001' }, run: { id: '9000001', attempt: 2 } };
const BUCKET = 's3://evidence?region=eu-central-1';

function asking(change: Partial<typeof ROLE>, places: readonly (string | null)[]) {
  const asked: string[] = [];
  const tokens = {
    tokenFor: (audience: string) => {
      asked.push(audience);
      return Promise.reject(new Error('stopped by the test'));
    },
  };
  return { asked, role: roleForBuckets({ ...ROLE, ...change }, places, RUN, { tokens, hide: () => undefined }) };
}

it('asks nobody before a bucket is opened: a run that writes nothing needs no role', async () => {
  const { asked, role } = asking({}, ['file:./ledger', null, BUCKET]);
  const { credentials } = await role;
  expect(asked).toEqual([]);
  await expect(credentials()).rejects.toThrow('stopped by the test');
  expect(asked).toEqual(['proofrail:ledger']);
});

it.each([
  [{ arn: 'arn:aws:iam::123456789012:user/x' }, BUCKET, 'role/not-an-arn'],
  [{ arn: 'arn:aws:iam::123456789012:role/x y' }, BUCKET, 'role/not-an-arn'],
  [{ audience: 'sts.amazonaws.com' }, BUCKET, 'role/not-a-private-audience'],
  [{ audience: `proofrail:v1:sha256:${'0'.repeat(64)}:key` }, BUCKET, 'role/not-a-private-audience'],
  [{}, 'file:./ledger', 'role/no-bucket'],
  [{}, 's3://evidence', 'ledger/region'],
  [{ arn: 'arn:minio:iam:::role/x' }, BUCKET, 'role/partition'],
])('refuses what could only go wrong later, or for somebody else: %j at %s', async (change, place, code) => {
  const { asked, role } = asking(change, [place]);
  await expect(role).rejects.toMatchObject({ code, outcome: 'invalid' });
  expect(asked).toEqual([]);
});
