import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@proofrail/core/canonical';
import type { InputDocument } from '@proofrail/core/context';
import { decide, type Policy, type RuleMode } from '@proofrail/core/policy';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, EVERYTHING, failedRules, POLICY } from './testing/decided.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';
import { mutations } from './testing/mutations.ts';

type Exception = InputDocument['exceptions']['items'][number];

const ALLOWED = ALLOWED_INPUTS['pull_request'] as InputDocument;
const deniedBy = (name: string): InputDocument => structuredClone(DENIED_INPUTS[name]?.input as InputDocument);
const resultOf = (input: InputDocument, id: string) => decided(input).rules.find((rule) => rule.id === id);

/** The document with one more exception, sound and in force unless the edit says otherwise. */
function excused(input: InputDocument, edit: Partial<Exception>): InputDocument {
  const [sample] = ALLOWED.exceptions.items;
  if (sample === undefined) throw new Error('the allowed input has an exception');
  const exception: Exception = { ...sample, id: 'EX-2', scope: 'rule', ...edit };
  return { ...input, exceptions: { items: [...input.exceptions.items, exception], total: input.exceptions.total + 1 } };
}

describe('an exception for a rule', () => {
  const skipped = deniedBy('skipped check');

  it.each(['active', 'expiring'] as const)('that is %s waives the failed rule, keeps the reasons and is named', (state) => {
    const result = resultOf(excused(skipped, { rule: 'checks.required', state }), 'checks.required');
    expect(result).toMatchObject({ status: 'waived', exception: 'EX-2' });
    expect(result?.reasons).toEqual([{ code: 'not-successful', params: { conclusion: 'skipped', name: 'test' } }]);
    expect(decided(excused(skipped, { rule: 'checks.required', state })).outcome).toBe('allow');
  });

  it.each(['pending', 'expired', 'invalid', 'unused'] as const)('that is %s waives nothing', (state) => {
    expect(resultOf(excused(skipped, { rule: 'checks.required', state }), 'checks.required')?.status).toBe('fail');
  });

  it('waives nothing of another rule', () => {
    expect(resultOf(excused(skipped, { rule: 'branches.flow' }), 'checks.required')?.status).toBe('fail');
  });

  it('that is for one finding does not waive its whole rule', () => {
    const input = excused(deniedBy('one finding too many'), { rule: 'scans.threshold', scope: 'finding' });
    expect(resultOf(input, 'scans.threshold')?.status).toBe('fail');
  });

  it('does not waive what nobody knows', () => {
    const input = excused({ ...skipped, checks: { known: false, why: 'truncated' } }, { rule: 'checks.required' });
    expect(resultOf(input, 'checks.required')).toMatchObject({ status: 'unknown', exception: null });
  });

  it('does not waive a check that never ran', () => {
    const input = structuredClone(ALLOWED);
    if (input.checks.known) Object.assign(input.checks.value.items[0] ?? {}, { name: 'lint' });
    expect(resultOf(excused(input, { rule: 'checks.required' }), 'checks.required')).toMatchObject({
      status: 'fail',
      reasons: [{ code: 'missing' }],
    });
  });

  it('that is not sound denies, whatever it waives', () => {
    const decision = decided(excused(skipped, { rule: 'checks.required', approved_by: 'person-3' }));
    expect([decision.outcome, failedRules(decision)]).toEqual(['deny', ['exceptions.validity']]);
  });

  it.each(POLICY.manifest.rules.filter(({ waivable }) => !waivable).map(({ id }) => id))('never waives %s', (id) => {
    const failing: Policy = {
      manifest: POLICY.manifest,
      evaluate: () =>
        POLICY.manifest.rules.map((rule) => ({ id: rule.id, status: rule.id === id ? 'fail' : 'pass', reasons: [] })),
    };
    const decision = decide(failing, excused(ALLOWED, { rule: id }), EVERYTHING);
    expect([decision.outcome, failedRules(decision)]).toEqual(['deny', [id]]);
  });
});

describe('rollout', () => {
  const skipped = deniedBy('skipped check');
  const outcomeIn = (mode: RuleMode) => decided(skipped, { modes: { 'checks.required': mode } });

  it('a rule in shadow or warn is recorded as failed and denies nothing', () => {
    for (const mode of ['shadow', 'warn'] as const) {
      expect([outcomeIn(mode).outcome, failedRules(outcomeIn(mode))]).toEqual(['allow', ['checks.required']]);
      expect(outcomeIn(mode).rules.find(({ id }) => id === 'checks.required')?.mode).toBe(mode);
    }
    expect(outcomeIn('enforce').outcome).toBe('deny');
  });

  it('a rule that is not switched on is not reported, unless the registry shadows it', () => {
    const switchedOn = ['images.digest-only'];
    const reported = (modes: Record<string, RuleMode>) => decided(skipped, { switchedOn, modes }).rules.map(({ id }) => id);
    expect(reported({})).toEqual(['exceptions.validity', 'images.digest-only', 'integrity.evidence']);
    expect(reported({ 'checks.required': 'shadow' })).toContain('checks.required');
    expect(reported({ 'checks.required': 'enforce' })).not.toContain('checks.required');
  });

  it('names the registry’s controls of each rule', () => {
    const decision = decided(ALLOWED, { controls: { 'approvals.quorum': ['CHG-1'] } });
    expect(decision.rules.find(({ id }) => id === 'approvals.quorum')?.controls).toEqual(['CHG-1']);
  });
});

describe('a decision', () => {
  it('says what was judged, by which rules, when and on whose facts', () => {
    expect(decided(ALLOWED)).toMatchObject({
      evaluatedAt: ALLOWED.evaluated_at,
      facts: 'read',
      policy: POLICY.manifest.policy,
      configuration: ALLOWED.configuration,
      input: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('is the same for the same input, however often and in whatever order its members are written', () => {
    const backwards = Object.fromEntries(
      Object.entries(DENIED_INPUTS['approval by a bot']?.input ?? {}).reverse(),
    ) as InputDocument;
    const decisions = [deniedBy('approval by a bot'), backwards, deniedBy('approval by a bot')].map((input) =>
      JSON.stringify(decided(input)),
    );
    expect(new Set(decisions).size).toBe(1);
  });

  it.each(Object.entries(DENIED_INPUTS))('denies: %s', (_, { rule, input }) => {
    const decision = decided(input);
    expect([decision.outcome, decision.cause]).toEqual(['deny', 'rules']);
    expect(failedRules(decision)).toContain(rule);
  });

  it('never turns to allow when anything is missing, null, empty or of another type, not even where no rule reads', () => {
    const tried = [...mutations(ALLOWED as JsonValue)];
    const allowed = tried.filter(({ document }) => decided(document as unknown as InputDocument).outcome === 'allow');
    expect(allowed.map(({ steps, what }) => `/${steps.join('/')} ${what}`)).toEqual(EXPECTED);
    expect(tried.length).toBeGreaterThan(3_000);
  });
});

// Well-formed documents that no rule tells apart: a change without a number, and what a report says of its own findings (those that
// it brings are counted one by one).
const EXPECTED = [
  '/change/number null',
  '/change/number 0',
  '/scans/value/items/0/result/value/findings 0',
  '/scans/value/items/1/result/value/findings 0',
];
