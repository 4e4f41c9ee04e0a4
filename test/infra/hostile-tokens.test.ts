import { describe, expect, it } from '@jest/globals';
import { NOTHING_ALLOWS, readActionMetadata } from '@proofrail/testkit';
import { hostileTokens, tokensAroundTheSealer } from './hostile-claims.ts';
import { shippedRoles } from './shipped-roles.ts';
import { textOf } from './hcl-files.ts';
import { AUDIENCE, honestTokens, OPEN_TO_GITHUB, trustDenial } from './shipped-trust.ts';

/** Claims that every trust policy compares; a customised subject may lack any of the others. */
const COMPARED = ['iss', 'aud', 'sub', 'ref', 'repository_id', 'job_workflow_ref'];

describe.each(['names', 'names-and-ids'] as const)('with a subject of %s', (shape) => {
  it.each(honestTokens(shape))('%s opens the role %s, and no other', (_, role, claims) => {
    expect(OPEN_TO_GITHUB.filter((one) => trustDenial(one, claims) === null)).toEqual([role]);
  });

  it.each([...hostileTokens(shape), ...tokensAroundTheSealer(shape)])('no role opens to %s', (_, claims) => {
    expect(OPEN_TO_GITHUB.map((role) => trustDenial(role, claims))).toEqual(OPEN_TO_GITHUB.map(() => NOTHING_ALLOWS));
  });

  it.each(honestTokens(shape))(
    '%s no longer opens %s once any claim is gone, empty, longer or in other letters',
    (_, role, claims) => {
      for (const claim of COMPARED) {
        const value = String(claims[claim]);
        const others = [undefined, '', `${value}x`, `x${value}`, value.replace(/[a-z]/, (letter) => letter.toUpperCase())];
        const opened = others.filter((other) => other !== value && trustDenial(role, { ...claims, [claim]: other }) === null);
        expect([claim, ...opened]).toEqual([claim, ...(tolerated(claim, value) ? [`${value}x`] : [])]);
      }
    },
  );
});

/** What follows `gh-readonly-queue/main/` and `refs/tags/` is anything. */
const tolerated = (claim: string, value: string): boolean =>
  ['sub', 'ref'].includes(claim) && /gh-readonly-queue\/main\/|^refs\/tags\//.test(value);

it('forty tokens are tried', () => {
  expect(hostileTokens('names')).toHaveLength(40);
});

it('roles for people are not open to GitHub at all', () => {
  const people = shippedRoles().filter(({ name }) => !OPEN_TO_GITHUB.includes(name));
  expect(people.map(({ name, trust }) => [name, trust])).toEqual([
    ['auditor', 'people'],
    ['infrastructure', 'people'],
    ['eraser', 'people'],
  ]);
});

it('the actions ask for the audience that the roles demand, when nobody says anything', () => {
  const actions = ['policy-gate', 'record-evidence', 'verify-digest', 'archive-sbom'];
  expect(actions.map((action) => readActionMetadata(action).inputs['role-audience']?.default)).toEqual(
    actions.map(() => AUDIENCE),
  );
  expect(/variable "token_audience" \{[^}]*default +=\s"([^"]+)"/.exec(textOf('variables.tf'))?.[1]).toBe(AUDIENCE);
});
