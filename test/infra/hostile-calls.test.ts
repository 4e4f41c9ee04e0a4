import { describe, expect, it } from '@jest/globals';
import { NOTHING_ALLOWS } from '@proofrail/testkit';
import { HOSTILE_CALLS } from './hostile-calls.ts';
import { shippedTemplate } from './shipped-policy.ts';
import { ADMINISTRATOR, denialFor, ROLES } from './shipped-account.ts';

describe.each(HOSTILE_CALLS.map((call) => [call.what, call] as const))('%s', (_, { asked, by, except }) => {
  it('is refused to every role whose work it is not, and to no other', () => {
    const allowed = ROLES.filter((role) => denialFor(role, asked) === null);
    expect(allowed.sort()).toEqual([...except].sort());
  });

  if (by === null) return;
  it(`is refused by ${by} to an administrator whom nothing else limits`, () => {
    expect(denialFor(ADMINISTRATOR, asked)).toBe(by);
  });
});

it('every statement that denies something has a call here that nothing else refuses to an administrator', () => {
  const denying = ['buckets/evidence', 'keys/bucket-key', 'keys/log-key', 'keys/record-key'].flatMap((name) =>
    [...shippedTemplate(name).matchAll(/"Sid": "(\w+)",\s+"Effect": "Deny"/g)].map(([, sid = '']) => sid),
  );
  const seen = HOSTILE_CALLS.map(({ by }) => by);
  expect(denying.filter((sid) => !seen.includes(sid))).toEqual(['LocksEnd']); // the next test's
});

it('the writer’s own PUT, of which the hostile ones change one thing, is allowed', () => {
  const [{ asked } = {}] = HOSTILE_CALLS.filter(({ what }) => what === 'PutObject without TLS');
  if (asked === undefined) throw new Error('renamed');
  const overTls = new Map([...asked.conditions, ['aws:securetransport', 'true']]);
  expect([denialFor('writer', asked), denialFor('writer', { ...asked, conditions: overTls })]).toEqual(['OverTls', null]);
});

it('the keeper lengthens a lock, but not beyond what was agreed', () => {
  const retention = HOSTILE_CALLS.filter(({ asked }) => asked.action === 's3:PutObjectRetention');
  expect(retention.map(({ asked }) => denialFor('keeper', asked))).toEqual([null, 'LocksEnd']);
});

it('a role gets nothing for being asked about what no policy mentions', () => {
  const asked = { action: 's3:GetObjectTorrent', resource: 'arn:aws:s3:::example-evidence/v1/x', conditions: new Map() };
  expect(ROLES.map((role) => denialFor(role, asked))).toEqual(ROLES.map(() => NOTHING_ALLOWS));
});
