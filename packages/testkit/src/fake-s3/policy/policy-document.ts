import { S3Error, Unmodelled } from '../s3-error.ts';
import { isConditionKey } from './condition-keys.ts';
import { readOperator, type Operator } from './condition-operators.ts';

export interface PolicyDocument {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  /** ARNs, account numbers or `*`; null in a policy of an identity, which has none. */
  readonly principals: readonly string[] | null;
  readonly actions: { readonly except: boolean; readonly patterns: readonly string[] };
  readonly resources: { readonly except: boolean; readonly patterns: readonly string[] };
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

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
  if (unknown !== undefined) throw new Unmodelled(`the policy member ${unknown}`);
  const { Sid: sid = `statement ${index}`, Effect: effect } = statement;
  if (typeof sid !== 'string' || (effect !== 'Allow' && effect !== 'Deny')) throw malformed(`Effect of statement ${index}`);
  return {
    sid,
    effect,
    principals: readPrincipals(statement['Principal']),
    actions: eitherOf(statement, 'Action', 'NotAction'),
    resources: eitherOf(statement, 'Resource', 'NotResource'),
    conditions: readConditions(statement['Condition']),
  };
}

function readPrincipals(principal: unknown): readonly string[] | null {
  if (principal === undefined) return null;
  if (principal === '*') return ['*'];
  const kinds = Object.entries(asObject(principal, 'Principal'));
  const other = kinds.find(([kind]) => kind !== 'AWS');
  if (other !== undefined) throw new Unmodelled(`the principal ${other[0]}`);
  return kinds.flatMap(([, names]) => strings(names));
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
      if (!isConditionKey(key)) throw new Unmodelled(`the condition key ${key}`);
      return { operator: readOperator(name), key: key.toLowerCase(), values: listOf(values).map(String) };
    }),
  );
}

function strings(value: unknown): readonly string[] {
  const list = listOf(value);
  const variable = list.find((one) => typeof one === 'string' && one.includes('${'));
  if (variable !== undefined) throw new Unmodelled(`the policy variable in ${String(variable)}`);
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

const malformed = (why: string): S3Error => new S3Error(400, 'MalformedPolicy', `This policy contains invalid Json: ${why}`);
