import { expect, it } from '@jest/globals';
import { decide, NOTHING_ALLOWS, readPolicy } from '@proofrail/testkit';
import { shippedPolicy } from './shipped-policy.ts';

const ADA = 'arn:aws:iam::123456789012:user/ada';
const AUDITORS =
  'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Audit_0123456789abcdef';
const PIPELINE = 'arn:aws:iam::123456789012:role/pipeline';
const trust = readPolicy(shippedPolicy('trust/people', { people: [ADA, AUDITORS, PIPELINE] }));

it.each([
  ['a named user with a second factor', ADA, { 'aws:multifactorauthpresent': 'true' }, null],
  ['a named permission set, which asked for its own', AUDITORS, {}, null],
  ['a named user with nothing but a key', ADA, {}, NOTHING_ALLOWS],
  ['a named user whose second factor is missing', ADA, { 'aws:multifactorauthpresent': 'false' }, NOTHING_ALLOWS],
  ['a role that no person has, though it is named', PIPELINE, {}, NOTHING_ALLOWS],
  ['another user with a second factor', `${ADA}2`, { 'aws:multifactorauthpresent': 'true' }, NOTHING_ALLOWS],
  ['another permission set', `${AUDITORS}0`, {}, NOTHING_ALLOWS],
])('a role for people and %s', (_, arn, conditions, denial) => {
  const question = {
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::123456789012:role/proofrail/example-auditor',
    principal: { arn, account: '123456789012' },
    conditions: new Map(Object.entries({ ...conditions, 'aws:principalarn': arn })),
  };
  // Their own accounts allow them everything: the role alone decides.
  expect(decide({ identity: undefined, resource: trust, identityIsEnough: false }, question)).toBe(denial);
});
