import { matchesPattern } from './matches-pattern.ts';
import { PolicyError } from './policy-error.ts';

export interface Operator {
  readonly name: string;
  /** Whether one value of the policy fits the value of the request. */
  readonly fits: (value: string, wanted: string) => boolean;
  /** Of a negated operator no value may fit, and an absent key holds. */
  readonly negated: boolean;
  readonly ifExists: boolean;
}

const lower = (text: string): string => text.toLowerCase();
const number = (compare: (value: number, wanted: number) => boolean) => (value: string, wanted: string) =>
  compare(Number(value), Number(wanted));
const date = (compare: (value: number, wanted: number) => boolean) => (value: string, wanted: string) =>
  compare(Date.parse(value), Date.parse(wanted));

const FITS: ReadonlyMap<string, Operator['fits']> = new Map([
  ['StringEquals', (value, wanted) => value === wanted],
  ['StringEqualsIgnoreCase', (value, wanted) => lower(value) === lower(wanted)],
  ['StringLike', matchesPattern],
  ['ArnEquals', matchesPattern], // the two are the same (IAM user guide, ARN condition operators)
  ['ArnLike', matchesPattern],
  ['Bool', (value, wanted) => lower(value) === lower(wanted)],
  ['Null', (value, wanted) => value === lower(wanted)],
  ['NumericEquals', number((value, wanted) => value === wanted)],
  ['NumericLessThan', number((value, wanted) => value < wanted)],
  ['NumericLessThanEquals', number((value, wanted) => value <= wanted)],
  ['NumericGreaterThan', number((value, wanted) => value > wanted)],
  ['NumericGreaterThanEquals', number((value, wanted) => value >= wanted)],
  ['DateEquals', date((value, wanted) => value === wanted)],
  ['DateLessThan', date((value, wanted) => value < wanted)],
  ['DateLessThanEquals', date((value, wanted) => value <= wanted)],
  ['DateGreaterThan', date((value, wanted) => value > wanted)],
  ['DateGreaterThanEquals', date((value, wanted) => value >= wanted)],
]);

/** `StringNotEqualsIfExists` and the like; what is not in the list is an error. */
export function readOperator(name: string): Operator {
  const ifExists = name.endsWith('IfExists') && name !== 'NullIfExists';
  const base = ifExists ? name.slice(0, -'IfExists'.length) : name;
  const positive = base.replace(/^(String|Arn|Numeric|Date)Not(?=Equals|Like)/, '$1');
  const fits = FITS.get(positive);
  if (fits === undefined) throw new PolicyError('unmodelled', `the condition operator ${name}`);
  return { name: base, fits, negated: positive !== base, ifExists };
}

/** Whether a condition holds for the value of its key in the request; undefined: the request has none. */
export function holds(operator: Operator, value: string | undefined, wanted: readonly string[]): boolean {
  if (operator.name === 'Null') return wanted.some((one) => operator.fits(String(value === undefined), one));
  if (value === undefined) return operator.ifExists || operator.negated;
  return wanted.some((one) => operator.fits(value, one)) !== operator.negated;
}
