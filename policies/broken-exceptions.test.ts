import { describe, expect, it } from '@jest/globals';
import type { InputDocument } from '@proofrail/core/context';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, failedRules } from './testing/decided.ts';
import { excused, type Exception } from './testing/excused.ts';

const ALLOWED = ALLOWED_INPUTS['pull_request'] as InputDocument;
const resultOf = (input: InputDocument, id: string) => decided(input).rules.find((rule) => rule.id === id);

describe('a file of exceptions that is broken on the protected branch', () => {
  const MENDING = ALLOWED_INPUTS['mending'] as InputDocument;
  const broken = MENDING.exceptions.items[1] as Exception;

  it('lets the change through that mends it, and says on what that rests', () => {
    const [result, decision] = [resultOf(MENDING, 'exceptions.validity'), decided(MENDING)];
    expect([decision.outcome, result?.status]).toEqual(['allow', 'pass']);
    expect(result?.reasons).toEqual([{ code: 'mended-under-elevated-approval', params: { counted: 2, id: 'broken.yaml' } }]);
  });

  it('excuses nothing of that change', () => {
    const unexcused = { ...MENDING, exceptions: { items: [broken], total: 1 } };
    expect(failedRules(decided(unexcused))).toContain('scans.threshold');
  });

  it('denies every other change, by this rule, even where it names a rule that nobody has', () => {
    for (const rule of ['exceptions.validity', 'scans.treshold']) {
      const decision = decided(excused(ALLOWED, { ...broken, rule }));
      expect([decision.outcome, decision.cause, failedRules(decision)]).toEqual(['deny', 'rules', ['exceptions.validity']]);
    }
  });

  it('can be mended also where it names a rule that nobody has', () => {
    const misspelt: Partial<Exception> = { rule: 'scans.treshold', state: 'invalid', problems: ['unknown-rule'] };
    expect(decided(excused(MENDING, misspelt)).outcome).toBe('allow');
  });

  it('says nothing with a pass where nothing was broken', () => {
    expect(resultOf(ALLOWED, 'exceptions.validity')).toMatchObject({ status: 'pass', reasons: [] });
  });
});
