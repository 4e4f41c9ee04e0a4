import { readOperator, type Operator } from './condition-operators.ts';
import { isConditionKey } from './condition-keys.ts';
import { PolicyError } from './policy-error.ts';

export interface PolicyDocument {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  /** Null in a policy of an identity, which has none. */
  readonly principals: readonly Principal[] | null;
  readonly actions: { readonly except: boolean; readonly patterns: readonly string[] };
  readonly resources: { readonly except: boolean; readonly patterns: readonly string[] };
  readonly conditions: readonly Condition[];
}

/** ARNs, account numbers or `*` of AWS; issuers; services. */
export interface Principal {
  readonly kind: PrincipalKind;
  readonly name: string;
}

export interface Condition {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

const PRINCIPAL_KINDS = ['AWS', 'Federated', 'Service'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

const MEMBERS = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** Reads a policy whole: an operator, a key or a member that nobody here evaluates is an error, never a condition that holds. */
export function readPolicy(text: string): PolicyDocument {
  const document = asObject(parsed(text), 'the policy');
  for (const member of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(member)) throw malformed(`unknown member ${member}`);
  }
  if (document['Version'] !== '2012-10-17') throw malformed('Version is not 2012-10-17');
  const statements = listOf(document['Statement']).map(readStatement);
  if (statements.length === 0) throw malformed('no statement');
  return { statements };
}

function readStatement(value: unknown, index: number): Statement {
  const statement = asObject(value, `statement ${index}`);
  const unknown = Object.keys(statement).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw unmodelled(`the policy member ${unknown}`);
  const { Sid: sid = `statement ${index}`, Effect: effect } = statement;
  if (typeof sid !== 'string' || (effect !== 'Allow' && effect !== 'Deny')) throw malformed(`Effect of statement ${index}`);
  const actions = eitherOf(statement, 'Action', 'NotAction');
  return {
    sid,
    effect,
    principals: readPrincipals(statement['Principal']),
    actions,
    resources: isTrust(actions) ? EVERYTHING : eitherOf(statement, 'Resource', 'NotResource'),
    conditions: readConditions(statement['Condition']),
  };
}

const EVERYTHING: Statement['resources'] = { except: false, patterns: ['*'] };

/** A trust policy is about the role that it hangs on, and names no resource. */
const isTrust = ({ except, patterns }: Statement['actions']): boolean =>
  !except && patterns.every((action) => action.toLowerCase().startsWith('sts:assumerole'));

function readPrincipals(principal: unknown): readonly Principal[] | null {
  if (principal === undefined) return null;
  if (principal === '*') return [{ kind: 'AWS', name: '*' }];
  return Object.entries(asObject(principal, 'Principal')).flatMap(([word, names]) => {
    const kind = PRINCIPAL_KINDS.find((one) => one === word);
    if (kind === undefined) throw unmodelled(`the principal ${word}`);
    return strings(names).map((name) => ({ kind, name }));
  });
}

function eitherOf(statement: Readonly<Record<string, unknown>>, only: string, except: string): Statement['actions'] {
  const has = [only, except].filter((member) => statement[member] !== undefined);
  if (has.length !== 1) throw malformed(`needs one of ${only} and ${except}`);
  return { except: has[0] === except, patterns: strings(statement[has[0] ?? '']) };
}

function readConditions(block: unknown): readonly Condition[] {
  if (block === undefined) return [];
  return Object.entries(asObject(block, 'Condition')).flatMap(([name, keys]) =>
    Object.entries(asObject(keys, name)).map(([key, values]) => {
      if (!isConditionKey(key)) throw unmodelled(`the condition key ${key}`);
      return { operator: readOperator(name), key: key.toLowerCase(), values: listOf(values).map(String) };
    }),
  );
}

function strings(value: unknown): readonly string[] {
  const list = listOf(value);
  const variable = list.find((one) => typeof one === 'string' && one.includes('${'));
  if (variable !== undefined) throw unmodelled(`the policy variable in ${String(variable)}`);
  if (list.length === 0 || !list.every((one) => typeof one === 'string'))
    throw malformed('a list of text is empty or holds something else');
  return list;
}

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('no JSON');
  }
}

function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(`${what} is no object`);
  return value as Record<string, unknown>;
}

const malformed = (why: string): PolicyError => new PolicyError('malformed', why);
const unmodelled = (what: string): PolicyError => new PolicyError('unmodelled', what);
