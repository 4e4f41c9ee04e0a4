import { holds } from './condition-operators.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { PolicyDocument, Principal, Statement } from './policy-document.ts';

/** Values of the condition keys, which are in lower case; a key that is absent is absent. */
export type ConditionValues = ReadonlyMap<string, string>;

/** Who asks: a role or user of an account, or somebody whom an issuer or a service vouches for. */
export type Requester =
  { readonly arn: string; readonly account: string } | { readonly kind: 'Federated' | 'Service'; readonly name: string };

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: Requester;
  readonly conditions: ConditionValues;
}

export type Verdict =
  | { readonly kind: 'deny'; readonly by: string }
  /** `to`: somebody by name; or the account, which then still has to allow by a policy of the identity. */
  | { readonly kind: 'allow'; readonly by: string; readonly to: 'identity' | 'account' }
  | { readonly kind: 'silent' };

/** What the statements say together: a denial wins, whoever else allows. */
export function evaluatePolicy({ statements }: PolicyDocument, request: PolicyRequest): Verdict {
  const applying = statements.filter((statement) => applies(statement, request));
  const denial = applying.find(({ effect }) => effect === 'Deny');
  if (denial !== undefined) return { kind: 'deny', by: denial.sid };
  const byName = applying.find(
    ({ principals }) => principals === null || principals.some((one) => names(one, request.principal)),
  );
  const grant = byName ?? applying[0];
  return grant === undefined
    ? { kind: 'silent' }
    : { kind: 'allow', by: grant.sid, to: byName === undefined ? 'account' : 'identity' };
}

function applies({ principals, actions, resources, conditions }: Statement, request: PolicyRequest): boolean {
  const named = (action: string) => matchesPattern(request.action.toLowerCase(), action.toLowerCase());
  const meant = (resource: string) => matchesPattern(request.resource, resource);
  return (
    (principals === null || principals.some((one) => names(one, request.principal) || isAccount(one, request.principal))) &&
    actions.patterns.some(named) !== actions.except &&
    resources.patterns.some(meant) !== resources.except &&
    conditions.every(({ operator, key, values }) => holds(operator, request.conditions.get(key), values))
  );
}

/** The name is exact: AWS knows no pattern there. */
function names({ kind, name }: Principal, requester: Requester): boolean {
  if ('kind' in requester) return name === '*' || (kind === requester.kind && name === requester.name);
  return kind === 'AWS' && [requester.arn, '*'].includes(name);
}

/** An account, or its root, stands for everybody in it. */
function isAccount({ kind, name }: Principal, requester: Requester): boolean {
  if ('kind' in requester) return false;
  const { account } = requester;
  return kind === 'AWS' && [account, `arn:aws:iam::${account}:root`].includes(name);
}
