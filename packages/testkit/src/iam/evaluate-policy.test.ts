import { describe, expect, it } from '@jest/globals';
import { evaluatePolicy } from './evaluate-policy.ts';
import { readPolicy } from './policy-document.ts';

const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const ACCOUNT = '123456789012';
const WRITER = `arn:aws:iam::${ACCOUNT}:role/writer`;

const policy = (statement: object) =>
  readPolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::evidence/*', ...statement }],
    }),
  );

const denies = (statement: object, values: Readonly<Record<string, string>> = {}): boolean =>
  evaluatePolicy(policy(statement), {
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::evidence/v1/x',
    principal: { arn: WRITER, account: ACCOUNT },
    conditions: new Map(Object.entries(values)),
  }).kind === 'deny';

describe('a condition', () => {
  it.each<[string, object, Readonly<Record<string, string>>, boolean]>([
    ['Null: true holds where the key is absent', { Null: { 's3:if-none-match': 'true' } }, {}, true],
    ['and not where it is there', { Null: { 's3:if-none-match': 'true' } }, { 's3:if-none-match': '*' }, false],
    ['a negated operator holds where the key is absent', { StringNotEquals: { [KEY]: 'ours' } }, {}, true],
    ['so it does with IfExists (IAM user guide)', { StringNotEqualsIfExists: { [KEY]: 'ours' } }, {}, true],
    ['which only Null mends', { StringNotEquals: { [KEY]: 'ours' }, Null: { [KEY]: 'false' } }, {}, false],
    ['a plain operator does not hold there', { StringEquals: { [KEY]: 'ours' } }, {}, false],
    ['but with IfExists it does', { StringEqualsIfExists: { [KEY]: 'ours' } }, {}, true],
    ['one of several values is enough', { StringEquals: { [KEY]: ['ours', 'theirs'] } }, { [KEY]: 'theirs' }, true],
    ['none may be the one, if negated', { StringNotEquals: { [KEY]: ['ours', 'theirs'] } }, { [KEY]: 'theirs' }, false],
    ['patterns are for Like alone', { StringEquals: { [KEY]: 'our*' } }, { [KEY]: 'ours' }, false],
    ['and there they count', { StringLike: { [KEY]: 'our*' } }, { [KEY]: 'ours' }, true],
    [
      'numbers are compared as numbers',
      { NumericLessThan: { 's3:object-lock-remaining-retention-days': '90' } },
      { 's3:object-lock-remaining-retention-days': '9' },
      true,
    ],
  ])('%s', (_, Condition, values, expected) => {
    expect(denies({ Condition }, values)).toBe(expected);
  });
});

describe('a statement', () => {
  it.each<[string, object, boolean]>([
    ['of another action', { Action: 's3:GetObject' }, false],
    ['of all actions but this', { Action: undefined, NotAction: 's3:PutObject' }, false],
    ['of actions by pattern, whatever their case', { Action: 'S3:Put*' }, true],
    ['of another prefix', { Resource: 'arn:aws:s3:::evidence/v2/*' }, false],
    ['of the account', { Principal: { AWS: ACCOUNT } }, true],
    ['of another role', { Principal: { AWS: `${WRITER}2` } }, false],
  ])('%s', (_, statement, expected) => {
    expect(denies(statement)).toBe(expected);
  });
});

describe('a policy that nobody here evaluates whole', () => {
  it.each<[string, object, string]>([
    ['an unknown operator', { Condition: { StringSounds: { [KEY]: 'x' } } }, 'unmodelled'],
    ['an unknown key', { Condition: { StringEquals: { 'aws:MoonPhase': 'full' } } }, 'unmodelled'],
    ['a variable', { Resource: 'arn:aws:s3:::evidence/${aws:username}/*' }, 'unmodelled'],
    ['a member that nobody knows', { Because: 'x' }, 'unmodelled'],
    ['no action', { Action: undefined }, 'malformed'],
  ])('is refused: %s', (_, statement, kind) => {
    expect(() => policy(statement)).toThrow(expect.objectContaining({ kind }));
  });
});
