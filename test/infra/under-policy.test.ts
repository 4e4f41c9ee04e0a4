import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readPolicy, startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { dailyWork, makeBuckets } from './daily-work.ts';
import { ACCOUNT, BUCKET_POLICY_TEXTS, IDENTITIES, roleArn, ROLES } from './shipped-account.ts';

let server: FakeS3;
beforeAll(async () => {
  server = await startFakeS3({ account: ACCOUNT });
  makeBuckets(server);
  for (const [bucket, text] of BUCKET_POLICY_TEXTS) server.state.bucket(bucket).policy = { text, document: readPolicy(text) };
  for (const role of ROLES) {
    const policy = IDENTITIES.get(role) ?? [];
    server.state.accessKeys.set(role, { id: role, secret: `of ${role}`, arn: roleArn(role), policy });
  }
});
afterAll(() => server.close());

const work = dailyWork((role) => ({
  endpoint: { url: server.url, pathStyle: true },
  credentials: { accessKeyId: role, secretAccessKey: `of ${role}` },
}));

it.each(work.map(({ role, what, act }) => [role, what, act] as const))(
  'under the shipped policies the %s %s',
  async (_, __, act) => {
    const before = server.calls().length;
    expect((await act()) ?? []).toEqual([]); // `ledger doctor` names the promises that do not hold
    expect(
      server
        .calls()
        .slice(before)
        .filter(({ deniedBy }) => deniedBy !== null),
    ).toEqual([]);
    expect(server.unmodelled()).toEqual([]);
  },
);
