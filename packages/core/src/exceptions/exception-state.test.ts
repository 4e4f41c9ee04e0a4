import { describe, expect, it } from '@jest/globals';
import type { Severity } from '../facts/words.ts';
import { randomFrom } from '../reports/seeded.test-support.ts';
import type { Exception } from './exception.ts';
import type { ExceptionContext } from './exception-context.ts';
import { exceptionState } from './exception-state.ts';
import type { ExceptionProblem } from './find-problems.ts';
import { DAY, LONGEST_LIFE } from './longest-life.ts';
import { contextAt, FINGERPRINT, GOOD, START } from './sample.test-support.ts';

const holds = (exception: Exception, context: ExceptionContext): boolean =>
  ['active', 'expiring'].includes(exceptionState(exception, context).state);

const problems = (changes: Partial<Exception>, more: Partial<ExceptionContext> = {}): readonly ExceptionProblem[] => {
  const exception = { ...GOOD, ...changes };
  return exceptionState(exception, contextAt(START + DAY, exception, more)).problems;
};

describe('the state of a good exception over time', () => {
  const stateAt = (at: number, used: boolean = true) => exceptionState(GOOD, contextAt(at, GOOD, { used })).state;

  it('turns at the second: not one before the start, not one at the end', () => {
    expect([START - 1, START, GOOD.expires - 1, GOOD.expires].map((at) => stateAt(at))).toEqual([
      'pending',
      'active',
      'expiring',
      'expired',
    ]);
  });

  it('warns in its last week, or in the last quarter of a short life', () => {
    expect([GOOD.expires - 7 * DAY - 1, GOOD.expires - 7 * DAY].map((at) => stateAt(at))).toEqual(['active', 'expiring']);
    const short = { ...GOOD, expires: START + 4 * DAY };
    const states = [3 * DAY - 1, 3 * DAY].map((after) => exceptionState(short, contextAt(START + after, short)).state);
    expect(states).toEqual(['active', 'expiring']);
  });

  it('is unused after 14 days without a match, and excuses nothing then', () => {
    expect([14 * DAY - 1, 14 * DAY].map((after) => stateAt(START + after, false))).toEqual(['active', 'unused']);
    expect(stateAt(START + 14 * DAY, true)).toBe('active');
  });

  it('counts the days that are left, the begun one too', () => {
    const left = [START - 1, START, START + 1, GOOD.expires - 1, GOOD.expires].map(
      (at) => exceptionState(GOOD, contextAt(at, GOOD)).daysLeft,
    );
    expect(left).toEqual([0, 30, 30, 1, 0]);
  });
});

describe('an exception that excuses nothing says why', () => {
  const cases: readonly [ExceptionProblem, Partial<Exception>, Partial<ExceptionContext>?][] = [
    ['owner-is-approver', { owner: '3' }],
    ['approver-is-requester', { requested_by: '3' }],
    ['approver-is-contributor', {}, { contributors: ['3'] }],
    ['approver-lacks-role', {}, { approvers: ['9'] }],
    ['approver-lacks-role', {}, { approvers: [] }],
    ['unknown-rule', { rule: 'scans.treshold' }],
    ['unwaivable-rule', { rule: 'scans.secrets', scope: { ...GOOD.scope, subject: { finding: FINGERPRINT } } }],
    ['expires-before-start', { expires: GOOD.not_before }],
    ['cap-exceeded', { expires: GOOD.expires + 1 }],
    ['renewal-of-unknown', { renewal_of: 'gone' }],
  ];
  for (const [problem, changes, more] of cases) it(problem, () => expect(problems(changes, more)).toEqual([problem]));

  it('but an approver may work on changes that the exception is not used for', () => {
    expect(problems({}, { contributors: ['3'], used: false })).toEqual([]);
  });

  it('an id that two files carry names neither', () => {
    expect(problems({}, { all: [GOOD, { ...GOOD, rule: 'scans.other' }] })).toEqual(['duplicate-id']);
  });
});

describe('the cap', () => {
  it('holds to the second for every severity', () => {
    for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
      const findings = new Map<string, Severity>([[FINGERPRINT, severity]]);
      const expires = START + LONGEST_LIFE[severity];
      expect(problems({ risk: severity, expires }, { findings })).toEqual([]);
      expect(problems({ risk: severity, expires: expires + 1 }, { findings })).toEqual(['cap-exceeded']);
    }
  });

  it('follows the finding where the file plays it down, and ranks the unknown as critical', () => {
    for (const severity of ['critical', 'unknown'] as const) {
      const findings = new Map<string, Severity>([[FINGERPRINT, severity]]);
      expect(problems({ risk: 'low', expires: START + 7 * DAY + 1 }, { findings })).toEqual(['cap-exceeded']);
    }
  });

  it('follows the rule where a whole rule is excused', () => {
    const scope = { ...GOOD.scope, subject: 'whole-rule' as const };
    expect(problems({ scope, risk: 'low', expires: START + 31 * DAY })).toEqual(['cap-exceeded']);
  });
});

describe('renewals', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, index, ids) => ({
    ...GOOD,
    id,
    not_before: START + index * 30 * DAY,
    expires: START + (index + 1) * 30 * DAY,
    renewal_of: ids[index - 1] ?? null,
  })) as [Exception, Exception, Exception, Exception];
  const judge = (exception: Exception, all: readonly Exception[]) =>
    exceptionState(exception, contextAt(exception.not_before, exception, { all })).problems;

  it('are two at most', () => {
    expect([a, b, c, d].map((one) => judge(one, [a, b, c, d]))).toEqual([[], [], [], ['renewed-too-often']]);
  });

  it('are not reset by taking an earlier file away', () => expect(judge(d, [b, c, d])).toContain('renewal-of-unknown'));

  it('are not hidden by leaving the link out', () => {
    expect(judge({ ...b, renewal_of: null }, [a, { ...b, renewal_of: null }])).toEqual(['renewal-undeclared']);
  });

  it('are counted among the files that lie there: with every earlier one gone, and none named, the count begins afresh', () => {
    const anew = { ...d, renewal_of: null };
    expect(judge(anew, [anew])).toEqual([]);
    expect(judge(anew, [c, anew])).toEqual(['renewal-undeclared']);
  });

  it('renew the same thing', () => {
    const other = { ...b, scope: { ...b.scope, repository: '43' } };
    expect(judge(other, [a, other])).toEqual(['renewal-of-another']);
  });

  it('never go round in circles', () => {
    const [x, y] = [{ ...a, renewal_of: 'b' }, b];
    for (const one of [x, y]) expect(judge(one, [x, y])).toContain('renewed-too-often');
    expect(judge({ ...a, renewal_of: 'a' }, [{ ...a, renewal_of: 'a' }])).toContain('renewed-too-often');
  });
});

describe('over 20,000 random exceptions and moments', () => {
  function random(seed: number): { exception: Exception; context: ExceptionContext } {
    const { pick, below } = randomFrom(seed);
    const severity = pick(['critical', 'high', 'medium', 'low', 'unknown'] as const);
    const exception: Exception = {
      ...GOOD,
      owner: pick(['1', '1', '1', '3']),
      requested_by: pick(['2', '2', '2', '3']),
      rule: pick(['scans.threshold', 'scans.threshold', 'scans.threshold', 'scans.secrets', 'scans.gone']),
      risk: pick(['critical', 'high', 'medium', 'low']),
      not_before: START + below(40) * DAY + below(3) - 1,
      expires: START + below(60) * DAY + below(3) - 1,
      renewal_of: pick([null, null, null, 'gone']),
    };
    const at = pick([exception.not_before, exception.expires, START + below(60) * DAY]) + below(3) - 1;
    const context = contextAt(at, exception, {
      findings: new Map([[FINGERPRINT, severity]]),
      contributors: pick([['7'], ['7'], ['3']]),
      approvers: pick([['3'], ['3'], ['4'], 'not asked']),
      used: pick([true, true, 'not asked', false]),
    });
    return { exception, context };
  }

  const cap = (severity: Severity | undefined) =>
    severity === 'high' ? 30 : severity === 'medium' || severity === 'low' ? 90 : 7;

  it('none holds outside [not_before, expires), beyond its cap, or without separated people; every other one does', () => {
    let held = 0;
    for (let seed = 0; seed < 20_000; seed += 1) {
      const { exception: e, context } = random(seed);
      const inTime = e.not_before <= context.at && context.at < e.expires;
      const length = e.expires - e.not_before;
      const inCap = length <= cap(e.risk) * DAY && length <= cap(context.findings.get(FINGERPRINT)) * DAY;
      const separated = e.owner !== '3' && e.requested_by !== '3';
      const allowed = context.approvers === 'not asked' || context.approvers.includes('3');
      const outsider = context.used === false || !context.contributors.includes('3');
      const wanted = context.used !== false || context.at - e.not_before < 14 * DAY;
      const sound = e.rule === 'scans.threshold' && e.renewal_of === null;
      const expected = inTime && inCap && separated && allowed && outsider && wanted && sound;
      expect([seed, holds(e, context)]).toEqual([seed, expected]);
      held += Number(expected);
    }
    expect(held).toBeGreaterThan(200); // else the law would be empty
  });
});

describe('a garbled field', () => {
  const FULL: Exception = { ...GOOD, scope: { ...GOOD.scope, environment: 'production' } };
  const junk: readonly unknown[] = [undefined, null, '', ' ', 0, -1, 1.5, NaN, Infinity, true, [], {}, 'x', '*', new Date(0)];
  const paths = ['', 'scope.', 'compensating_control.'].flatMap((prefix) => {
    const holder: object = prefix === '' ? FULL : FULL[prefix.slice(0, -1) as 'scope'];
    return Object.keys(holder).map((key) => `${prefix}${key}`);
  });
  /** Where null or a missing value says something, and where any text is a text. */
  const optional = ['scope.environment', 'renewal_of', 'review_due', 'compensating_control.evidence'];
  const freeText = ['reason', 'compensating_control.description', 'compensating_control.evidence', 'scope.environment'];

  function withValue(at: string, value: unknown): Exception {
    const copy: Record<string, unknown> = structuredClone(FULL);
    const [outer = '', inner] = at.split('.');
    if (inner === undefined) copy[outer] = value;
    else (copy[outer] as Record<string, unknown>)[inner] = value;
    return copy as unknown as Exception;
  }

  it('never makes an exception hold, whoever built the object', () => {
    let tried = 0;
    for (const path of paths) {
      for (const value of junk) {
        if (optional.includes(path) && (value === null || value === undefined)) continue;
        if (freeText.includes(path) && typeof value === 'string' && value.trim() !== '') continue;
        if ((path === 'id' && value === 'x') || (path === 'review_due' && value === 0)) continue; // these are good ones
        if (path === 'not_before' && value === 0) continue; // 1970: too long before its end, but a time
        if (['owner', 'requested_by', 'approved_by', 'scope.repository'].includes(path) && value === '0') continue;
        const broken = withValue(path, value);
        expect([path, value, exceptionState(broken, contextAt(START + DAY, broken)).state]).toEqual([path, value, 'invalid']);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('and neither does a clock that says nothing', () => {
    for (const at of [NaN, Infinity, -1]) expect(exceptionState(GOOD, contextAt(at, GOOD)).state).toBe('invalid');
  });
});
