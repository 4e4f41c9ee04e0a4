import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@proofrail/core/canonical';
import type { InputDocument } from '@proofrail/core/context';
import { exitCode } from '@proofrail/core/outcomes';
import { decide, outcomeOf, type Policy, type RuleMode } from '@proofrail/core/policy';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, EVERYTHING, failedRules, POLICY } from './testing/decided.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';
import { excused, type Exception } from './testing/excused.ts';
import { mutations } from './testing/mutations.ts';

const ALLOWED = ALLOWED_INPUTS['pull_request'] as InputDocument;
const deniedBy = (name: string): InputDocument => structuredClone(DENIED_INPUTS[name]?.input as InputDocument);
const failingAt = (id: string): Policy => ({
  ...POLICY,
  evaluate: () => POLICY.manifest.rules.map((rule) => ({ id: rule.id, status: rule.id === id ? 'fail' : 'pass', reasons: [] })),
});
const resultOf = (input: InputDocument, id: string) => decided(input).rules.find((rule) => rule.id === id);

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

  describe.each(POLICY.manifest.rules.filter(({ waivable }) => waivable).map(({ id }) => id))('for %s', (id) => {
    const denied = Object.values(DENIED_INPUTS).filter(
      ({ rule, input }) => rule === id && resultOf(input, id)?.status === 'fail',
    );
    const statuses = (state: Exception['state']) => [
      decide(failingAt(id), excused(ALLOWED, { rule: id, state }), EVERYTHING).rules.find((rule) => rule.id === id)?.status,
      ...denied.map(({ input }) => resultOf(excused(input, { rule: id, state }), id)?.status),
    ];

    it('waives the failure while it is in force', () => expect(statuses('active')).toContain('waived'));

    it.each(['expired', 'invalid', 'pending', 'unused'] as const)('leaves it a failure when it is %s', (state) => {
      expect(new Set(statuses(state))).toEqual(new Set(['fail']));
    });
  });

  it.each(POLICY.manifest.rules.filter(({ waivable }) => !waivable).map(({ id }) => id))('never waives %s', (id) => {
    const decision = decide(failingAt(id), excused(ALLOWED, { rule: id }), EVERYTHING);
    expect([decision.outcome, failedRules(decision)]).toEqual(['deny', [id]]);
  });
});

it('an exception for what the merge verifier finds stands in the way of no change', () => {
  expect(decided(excused(ALLOWED, { rule: 'merges.bypass' })).outcome).toBe('allow');
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

describe('a denial is provisional', () => {
  const inQueue = (edit: (input: InputDocument) => void = () => undefined): InputDocument => {
    const input = structuredClone(ALLOWED);
    input.change.merge_queue = { known: true, value: true };
    input.change.touches = {
      known: true,
      value: { policy: false, owners: false, workflows: false, scanners: false, only_exceptions: false },
    };
    edit(input);
    return input;
  };
  const unreviewed = (edit: (input: InputDocument) => void = () => undefined): InputDocument =>
    inQueue((input) => {
      input.reviews = { known: true, value: { items: [], total: 0 } };
      input.approvals = { count: 0, roles: [], effective: [], total: 0 };
      edit(input);
    });
  const ends = (input: InputDocument) => {
    const decision = decided(input);
    return [decision.outcome, decision.provisional, outcomeOf(decision), exitCode(outcomeOf(decision))];
  };
  const PROVISIONAL = ['deny', true, 'provisional', 0];
  const DENIED = ['deny', false, 'deny', 1];

  it('while nothing but reviews is missing and a merge queue judges again', () => {
    expect(ends(unreviewed())).toEqual(PROVISIONAL);
    expect(
      decided(unreviewed())
        .rules.filter(({ status }) => status === 'fail')
        .flatMap(({ reasons }) => reasons.map(({ code }) => code)),
    ).toEqual(expect.arrayContaining(['awaiting-review']));
  });

  it('also of a change to the gate itself', () => {
    expect(
      ends(
        unreviewed((input) => {
          if (input.change.touches.known) input.change.touches.value.policy = true;
        }),
      ),
    ).toEqual(PROVISIONAL);
  });

  it('never where the change is allowed', () => {
    const decision = decided(inQueue());
    expect([decision.outcome, decision.provisional, outcomeOf(decision)]).toEqual(['allow', false, 'allow']);
  });

  it.each<[string, (input: InputDocument) => void]>([
    ['there is no queue', (input) => (input.change.merge_queue = { known: true, value: false })],
    ['nobody knows whether there is a queue', (input) => (input.change.merge_queue = { known: false, why: 'forbidden' })],
    [
      'the queue itself asks',
      (input) => {
        const { commit } = input.change.head;
        input.change = { ...input.change, kind: 'merge_group', checked: commit, landed: commit };
      },
    ],
    ['it was pushed already', (input) => (input.change = { ...input.change, kind: 'push', landed: input.change.base.commit })],
    [
      'a reviewer asks for changes',
      (input) => {
        const [, , comment] = ALLOWED.reviews.known ? ALLOWED.reviews.value.items : [];
        if (comment === undefined) throw new Error('the allowed input has a comment');
        input.reviews = { known: true, value: { items: [{ ...comment, state: 'changes_requested' }], total: 1 } };
      },
    ],
    [
      'a check failed as well',
      (input) => Object.assign(input.checks.known ? (input.checks.value.items[0] ?? {}) : {}, { conclusion: 'failure' }),
    ],
    ['a fact is unknown as well', (input) => (input.scans = { known: false, why: 'pending' })],
    ['nobody may read the reviews', (input) => (input.reviews = { known: false, why: 'forbidden' })],
    [
      'an author cannot be identified, so that no review can help',
      (input) => (input.contributors = { known: true, value: { people: ['person-1', 'person-4'], unidentified: 1, total: 3 } }),
    ],
    ['the registry asks for no number of approvals', (input) => (input.requirements.approvals.minimum = 0)],
  ])('never where %s', (_name, edit) => {
    expect(ends(unreviewed(edit))).toEqual(DENIED);
  });

  it('never where the rules could not be asked', () => {
    const silent: Policy = { ...POLICY, evaluate: () => [] };
    expect(decide(silent, unreviewed(), EVERYTHING)).toMatchObject({ outcome: 'deny', cause: 'error', provisional: false });
  });

  it('whatever fails in shadow or as a warning', () => {
    const input = unreviewed((draft) =>
      Object.assign(draft.checks.known ? (draft.checks.value.items[0] ?? {}) : {}, { conclusion: 'failure' }),
    );
    expect(decided(input, { modes: { 'checks.required': 'warn' } }).provisional).toBe(true);
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
const EXPECTED = ['/scans/value/items/0/result/value/findings 0', '/scans/value/items/1/result/value/findings 0'];
