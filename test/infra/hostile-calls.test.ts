import { describe, expect, it } from '@jest/globals';
import { NOTHING_ALLOWS } from '@proofrail/testkit';
import { HOSTILE_CALLS } from './hostile-calls.ts';
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

it('the keeper lengthens a lock, but not beyond what was agreed', () => {
  const retention = HOSTILE_CALLS.filter(({ asked }) => asked.action === 's3:PutObjectRetention');
  expect(retention.map(({ asked }) => denialFor('keeper', asked))).toEqual([null, 'LocksEnd']);
});

it('a role gets nothing for being asked about what no policy mentions', () => {
  const asked = { action: 's3:GetObjectTorrent', resource: 'arn:aws:s3:::example-evidence/v1/x', conditions: new Map() };
  expect(ROLES.map((role) => denialFor(role, asked))).toEqual(ROLES.map(() => NOTHING_ALLOWS));
});
