import { describe, expect, it } from '@jest/globals';
import type { InputDocument } from '@proofrail/core/context';
import { decide, type Policy, type RuleAnswer } from '@proofrail/core/policy';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, EVERYTHING, failedRules, POLICY } from './testing/decided.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';

// The fail-closed table: after any throw, abort or memory cap the others are still evaluated for the report (policy.md 4.4).

/** Denied by one rule, so that answers differ. */
const DENIED = structuredClone(ALLOWED_INPUTS['pull_request'] as InputDocument);
DENIED.approvals.count = 3;

describe('one rule that fails when it is asked', () => {
  const RULES = POLICY.manifest.rules.map(({ id }) => id);
  /** Asked for all, the module answers nothing; alone, each rule answers but these. */
  const without = (faulty: readonly string[]): Policy => ({
    manifest: POLICY.manifest,
    evaluate: () => {
      throw new Error('boom');
    },
    evaluateAlone: (rule, input, bytes) => {
      if (faulty.includes(rule.id)) throw new Error('boom');
      return POLICY.evaluateAlone(rule, input, bytes);
    },
  });

  it('answers alone as it does among the others, in the shipped module', () => {
    for (const input of [...Object.values(ALLOWED_INPUTS), ...Object.values(DENIED_INPUTS).map(({ input }) => input)]) {
      const alone = POLICY.manifest.rules.map((rule) => POLICY.evaluateAlone(rule, input));
      expect(alone).toEqual(POLICY.evaluate(input));
    }
  });

  it('is an error and a denial, and the others are still evaluated for the report', () => {
    for (const faulty of RULES) {
      const decision = decide(without([faulty]), DENIED, EVERYTHING);
      expect(decision).toMatchObject({ outcome: 'deny', cause: 'error', provisional: false, error: { code: 'policy/threw' } });
      const others = decided(DENIED).rules.filter(({ id }) => id !== faulty);
      expect(decision.rules.filter(({ id }) => id !== faulty)).toEqual(others);
      expect(decision.rules.find(({ id }) => id === faulty)).toMatchObject({
        status: 'unknown',
        reasons: [{ code: 'faulted', params: { error: 'policy/threw' } }],
      });
    }
  });

  // By exhaustion of what one bit per rule can say: 15 rules, 32,768 sets of those that fail, sampled by a stride that meets every rule.
  it('never ends in an allowance, whichever rules fail and however well the others pass', () => {
    for (const input of Object.values(ALLOWED_INPUTS)) {
      for (let set = 0; set < 2 ** RULES.length; set += 229) {
        const faulty = RULES.filter((_, index) => (set >> index) & 1);
        const passing: Policy = { ...without(faulty), evaluateAlone: (rule) => answered(rule.id, faulty) };
        const decision = decide(passing, input, EVERYTHING);
        expect([decision.outcome, decision.cause, decision.provisional]).toEqual(['deny', 'error', false]);
        expect(failedRules(decision)).toEqual(faulty.length === RULES.length ? [] : faulty);
      }
    }
  });

  const answered = (id: string, faulty: readonly string[]): RuleAnswer => {
    if (faulty.includes(id)) throw new Error('boom');
    return { id, status: 'pass', reasons: [] };
  };
});
