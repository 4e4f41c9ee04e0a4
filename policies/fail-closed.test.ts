import { describe, expect, it, jest } from '@jest/globals';
import type { InputDocument } from '@proofrail/core/context';
import { decide, loadPolicy, type Policy } from '@proofrail/core/policy';
import { documentSchemas } from './build/input-schema.ts';
import { readBundle } from './read-bundle.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, EVERYTHING, failedRules, POLICY } from './testing/decided.ts';

// Row by row: what may go wrong, and that it ends in a denial (policy.md 4.4).

const allowed = (): InputDocument => structuredClone(ALLOWED_INPUTS['pull_request'] as InputDocument);
const edited = (edit: (input: InputDocument) => void): InputDocument => {
  const input = allowed();
  edit(input);
  return input;
};

it('allows a change that nothing is wrong with', () => {
  const decision = decided(allowed());
  expect([decision.outcome, decision.cause, decision.error, failedRules(decision)]).toEqual(['allow', 'rules', null, []]);
});

describe('a fact that could not be read', () => {
  const unknown = { known: false, why: 'forbidden' } as const;
  const facts: [fact: string, rules: string[], edit: (input: InputDocument) => void][] = [
    [
      '/change/last_push',
      ['approvals.elevated', 'approvals.fresh', 'approvals.no-self-approval', 'approvals.quorum', 'approvals.roles'],
      (input) => (input.change.last_push = unknown),
    ],
    ['/change/touches', ['approvals.elevated'], (input) => (input.change.touches = unknown)],
    [
      '/contributors',
      ['approvals.no-self-approval', 'approvals.quorum', 'approvals.review-state', 'approvals.roles'],
      (input) => (input.contributors = unknown),
    ],
    [
      '/reviews',
      [
        'approvals.fresh',
        'approvals.human',
        'approvals.no-self-approval',
        'approvals.quorum',
        'approvals.review-state',
        'approvals.roles',
      ],
      (input) => Object.assign(input, { reviews: unknown, approvals: { count: 0, roles: [], effective: [], total: 0 } }),
    ],
    ['/checks', ['checks.required'], (input) => (input.checks = unknown)],
    ['/scans', ['scans.complete', 'scans.secrets', 'scans.threshold'], (input) => (input.scans = unknown)],
    ['/images', ['images.digest-only'], (input) => (input.images = unknown)],
  ];

  it.each(facts)('%s makes its rules unknown, not inapplicable, and denies', (fact, rules, edit) => {
    const decision = decided(edited(edit));
    const unread = decision.rules.filter(({ status }) => status === 'unknown');
    expect(unread.map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
    expect(unread.flatMap(({ reasons }) => reasons)).toContainEqual({ code: 'unknown', params: { fact, why: 'forbidden' } });
    expect([decision.outcome, decision.cause]).toEqual(['deny', 'rules']);
  });

  // Whether there is a queue decides nothing but whether a denial is provisional (`is-provisional.ts`).
  it('has no fact in the schema beyond these, the result of a scan and the merge queue', () => {
    expect(factPlaces(documentSchemas()['input.v1']).sort()).toEqual(
      [...facts.map(([fact]) => fact), '/change/merge_queue', '/scans/value/items/*/result'].sort(),
    );
  });

  it('names the one scan whose result is unknown', () => {
    const decision = decided(
      edited((input) => {
        const [, second] = input.scans.known ? input.scans.value.items : [];
        Object.assign(second ?? {}, { result: { known: false, why: 'unusable' } });
      }),
    );
    const { reasons } = decision.rules.find(({ id }) => id === 'scans.complete') ?? {};
    expect(reasons).toEqual([{ code: 'unknown', params: { fact: '/scans/value/items/1/result', why: 'unusable', of: 'trivy' } }]);
  });
});

describe('an input that is no input document', () => {
  const asked = jest.fn<Policy['evaluate']>();
  const spied: Policy = { manifest: POLICY.manifest, evaluate: asked, evaluateAlone: asked as never };

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['zero', 0],
    ['empty text', ''],
    ['empty', {}],
    ['of another version', { ...allowed(), schema: 'proofrail.input/v2' }],
    ['with a field nobody knows', { ...allowed(), skip: true }],
    ['with a fact that is neither known nor unknown', { ...allowed(), reviews: {} }],
    ['with half a surrogate pair', edited((input) => (input.change.head.branch = 'feature/\ud83d'))],
    ['that holds itself', Object.assign(allowed(), { repository: null, self: EVERYTHING })],
  ])('%s: an error, a denial, and no rule is asked', (_, input) => {
    const decision = decide(spied, input as unknown as InputDocument, EVERYTHING);
    expect([decision.outcome, decision.cause, decision.rules]).toEqual(['deny', 'error', []]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('an engine that does not answer', () => {
  const throwing = (thrown: unknown): Policy => ({
    manifest: POLICY.manifest,
    evaluate: () => {
      throw thrown;
    },
    evaluateAlone: () => {
      throw thrown;
    },
  });

  it.each([
    ['an error', new Error('boom'), 'boom'],
    ['a string', 'boom', 'boom'],
    ['an object', { message: 'boom' }, 'boom'],
    ['null', null, 'a thrown null'],
    ['undefined', undefined, 'a thrown undefined'],
  ])('but throws %s: an error that keeps the message', (_, thrown, message) => {
    const decision = decide(throwing(thrown), allowed(), EVERYTHING);
    expect([decision.outcome, decision.cause, decision.error?.code, decision.rules]).toEqual([
      'deny',
      'error',
      'policy/threw',
      [],
    ]);
    expect(decision.error?.message).toContain(message);
  });

  it('for all rules', () => {
    const silent: Policy = { ...POLICY, evaluate: (input) => POLICY.evaluate(input).slice(1) };
    expect(decide(silent, allowed(), EVERYTHING)).toMatchObject({ outcome: 'deny', error: { code: 'policy/rule-missing' } });
  });
});

describe('a registry that asks for nothing, or for what does not exist', () => {
  it.each([
    ['nothing switched on', { switchedOn: [] }, 'policy/nothing-switched-on'],
    ['only what guards the others', { switchedOn: ['exceptions.validity', 'integrity.evidence'] }, 'policy/nothing-applicable'],
    ['a rule nobody has', { switchedOn: ['approvals.quorum', 'approvals.qourum'] }, 'policy/unknown-rule'],
    ['a mode for a rule nobody has', { modes: { 'approvals.qourum': 'warn' as const } }, 'policy/unknown-rule'],
    ['controls for a rule nobody has', { controls: { 'approvals.qourum': ['A.8.32'] } }, 'policy/unknown-rule'],
  ])('%s: an error', (_, config, code) => {
    expect(decided(allowed(), config)).toMatchObject({ outcome: 'deny', cause: 'error', error: { code } });
  });

  it('an exception for a rule nobody has: an error', () => {
    const input = edited(({ exceptions }) => Object.assign(exceptions.items[0] ?? {}, { rule: 'scans.treshold' }));
    expect(decided(input)).toMatchObject({ outcome: 'deny', error: { code: 'policy/unknown-rule' } });
  });

  it('only rules that do not apply to this change: an error', () => {
    const deployment = ALLOWED_INPUTS['deployment'] as InputDocument;
    expect(decided(deployment, { switchedOn: ['branches.flow'] })).toMatchObject({
      outcome: 'deny',
      error: { code: 'policy/nothing-applicable' },
    });
  });

  it('a bundle without the rules that guard the others: an error', () => {
    const rules = POLICY.manifest.rules.filter(({ id }) => id !== 'integrity.evidence');
    const policy = { ...POLICY, manifest: { ...POLICY.manifest, rules } };
    expect(decide(policy, allowed(), EVERYTHING)).toMatchObject({ outcome: 'deny', error: { code: 'policy/unknown-rule' } });
  });
});

it('a module that is not the manifest’s: refused before anything is evaluated', async () => {
  const { wasm, manifest } = readBundle();
  const other = Uint8Array.from(wasm);
  other[0] = 1;
  await expect(loadPolicy({ wasm: other, manifest })).rejects.toThrow('policy/digest-mismatch');
});

it('one failing rule among thirteen that pass: a denial, wherever it stands', () => {
  for (const { id } of POLICY.manifest.rules) {
    const one: Policy = {
      ...POLICY,
      evaluate: (input) =>
        POLICY.evaluate(input).map((answer) =>
          answer.id === id ? { id, status: 'fail', reasons: [{ code: 'unproven', params: {} }] } : answer,
        ),
    };
    const decision = decide(one, allowed(), EVERYTHING);
    expect([decision.outcome, failedRules(decision)]).toEqual(['deny', [id]]);
  }
});

it('no kill switch: the rules that guard the others cannot be lowered or left out', () => {
  const input = edited((document) => (document.approvals.count = 3));
  const config = { switchedOn: ['images.digest-only'], modes: { 'integrity.evidence': 'shadow' as const } };
  expect(decided(input, config)).toMatchObject({ outcome: 'deny', cause: 'rules' });
  expect(failedRules(decided(input, config))).toEqual(['integrity.evidence']);
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Where the published schema has a fact: something that is known or is not. */
function factPlaces({ properties = {}, items, anyOf = [] }: Schema, at = ''): string[] {
  const isFact = anyOf.length > 0 && anyOf.every((one) => one.properties?.['known'] !== undefined);
  const below = Object.entries(properties).flatMap(([name, member]) => factPlaces(member, `${at}/${name}`));
  const inItems = items === undefined ? [] : factPlaces(items, `${at}/*`);
  return [...(isFact ? [at] : []), ...below, ...inItems, ...anyOf.flatMap((one) => factPlaces(one, at))];
}
