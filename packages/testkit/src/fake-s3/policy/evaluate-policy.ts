import type { ConditionValues } from './condition-keys.ts';
import { holds } from './condition-operators.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: { readonly arn: string; readonly account: string };
  readonly conditions: ConditionValues;
}

export type Verdict = { readonly kind: 'allow' | 'deny'; readonly by: string } | { readonly kind: 'silent' };

/** What the statements say together: a denial wins, whoever else allows. */
export function evaluatePolicy({ statements }: PolicyDocument, request: PolicyRequest): Verdict {
  const applying = statements.filter((statement) => applies(statement, request));
  const denial = applying.find(({ effect }) => effect === 'Deny');
  if (denial !== undefined) return { kind: 'deny', by: denial.sid };
  const [grant] = applying;
  return grant === undefined ? { kind: 'silent' } : { kind: 'allow', by: grant.sid };
}

function applies({ principals, actions, resources, conditions }: Statement, request: PolicyRequest): boolean {
  const named = (action: string) => matchesPattern(request.action.toLowerCase(), action.toLowerCase());
  const meant = (resource: string) => matchesPattern(request.resource, resource);
  return (
    (principals === null || principals.some((principal) => isPrincipal(principal, request.principal))) &&
    actions.patterns.some(named) !== actions.except &&
    resources.patterns.some(meant) !== resources.except &&
    conditions.every(({ operator, key, values }) => holds(operator, request.conditions.get(key), values))
  );
}

/** An account, or its root, stands for everybody in it; else the name is exact: AWS knows no pattern there. */
function isPrincipal(principal: string, { arn, account }: PolicyRequest['principal']): boolean {
  return [arn, account, `arn:aws:iam::${account}:root`, '*'].includes(principal);
}
