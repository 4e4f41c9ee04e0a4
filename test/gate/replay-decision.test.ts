import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256, type JsonValue } from '@proofrail/core/canonical';
import { readFacts } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { actorsOf, describeDecision, type Details } from '@proofrail/core/evidence';
import { judgeChange, replayDecision } from '@proofrail/core/gate';
import { loadPolicy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { MemoryIdentities } from '../../packages/core/src/evidence/test/sample-sources.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
const policy = await loadPolicy(readBundle());
const AT = Date.parse('2026-11-20T13:30:00Z') / 1000;

interface Kept {
  readonly recorded: Details<'policy.decision'>;
  readonly input: Uint8Array;
}

/** What a ledger keeps of the decision about an example. */
async function kept(state: 'allowed' | 'denied'): Promise<Kept> {
  const reports = path.join(examples, 'reports', state);
  const facts = path.join(examples, 'changes', `${state}.facts.json`);
  const change = {
    facts: readFacts(readFileSync(facts), facts),
    source: 'given' as const,
    configuration: readConfiguration(readProofrailFolder(path.join(examples, 'service/.proofrail')), policy.manifest),
    reports: readdirSync(reports).map((name) => readReport(readFileSync(path.join(reports, name)), name)),
  };
  const judgement = judgeChange(change, policy, AT);
  const actors = await actorsOf(judgement.people, judgement.document.people, new MemoryIdentities());
  const context = {
    actors,
    environmentActors: new Map(),
    manifest: policy.manifest,
    inputRef: null,
    answers: { document: null, items: [], total: 0 },
    previous: null,
  };
  return {
    recorded: describeDecision({ ...judgement, ...context }),
    input: canonicalJson(judgement.document satisfies object as JsonValue),
  };
}

describe.each(['allowed', 'denied'] as const)('a decision that %s a change', (state) => {
  let decision: Kept;
  beforeAll(async () => {
    decision = await kept(state);
  });

  it('follows from its input document alone', () => {
    expect(replayDecision(decision.recorded, decision.input, policy)).toEqual({ kind: 'same' });
  });

  it('is found out whichever word of its result is a lie', () => {
    const { recorded, input } = decision;
    const [first, ...others] = recorded.rules;
    if (first === undefined) throw new Error('a rule answered');
    const lies: readonly (readonly [string, Details<'policy.decision'>])[] = [
      ['/decision', { ...recorded, decision: state === 'allowed' ? 'deny' : 'allow' }],
      ['/provisional', { ...recorded, provisional: true }],
      ['/evaluated_at', { ...recorded, evaluated_at: '2026-11-20T13:30:01.000Z' }],
      ['/subject/head', { ...recorded, subject: { ...recorded.subject, head: 'f'.repeat(40) } }],
      ['/subject/number', { ...recorded, subject: { ...recorded.subject, number: 1 } }],
      ['/approvals/count', { ...recorded, approvals: { ...recorded.approvals, count: 9 } }],
      ['/configuration/roles', { ...recorded, configuration: { ...recorded.configuration, roles: sha256('others') } }],
      ['/input/sha256', { ...recorded, input: { ...recorded.input, sha256: sha256('another') } }],
      [`/rules/${first.id}/status`, { ...recorded, rules: [{ ...first, status: 'waived' }, ...others] }],
      [`/rules/${first.id}/exception`, { ...recorded, rules: [{ ...first, exception: 'ex-1' }, ...others] }],
      [`/rules/${first.id}/reasons`, { ...recorded, rules: [{ ...first, reasons: [{ code: 'x', params: {} }] }, ...others] }],
    ];
    for (const [pointer, lie] of lies)
      expect(replayDecision(lie, input, policy)).toEqual({ kind: 'differs', differences: [pointer] });
  });

  it('does not follow from another input, however little it differs', async () => {
    const { input } = await kept(state === 'allowed' ? 'denied' : 'allowed');
    expect(replayDecision(decision.recorded, input, policy).kind).toBe('differs');
    const later = Buffer.from(String(Buffer.from(decision.input)).replace(`"evaluated_at":${AT}`, `"evaluated_at":${AT + 1}`));
    expect(replayDecision(decision.recorded, later, policy)).toMatchObject({ kind: 'differs' });
  });

  it('names the module that decided where it is another one, and says whether this one agrees', () => {
    const { recorded, input } = decision;
    const other = { ...recorded, policy: { ...recorded.policy, sha256: sha256('another module') } };
    const expected = { kind: 'other-policy', recorded: sha256('another module'), present: policy.manifest.policy };
    expect(replayDecision(other, input, policy)).toEqual({ ...expected, differences: [] });
    expect(replayDecision({ ...other, provisional: true }, input, policy)).toEqual({
      ...expected,
      differences: ['/provisional'],
    });
  });

  it('is never called the same where its input is gone, is no document, or was never judged', () => {
    const { recorded } = decision;
    const error = { code: 'policy/wasm', message: { sha256: sha256(''), length: 0 } };
    expect(replayDecision(recorded, null, policy)).toEqual({ kind: 'no-input', why: 'absent' });
    expect(replayDecision(recorded, Buffer.from('{'), policy)).toEqual({ kind: 'no-input', why: 'unusable' });
    expect(replayDecision(recorded, Buffer.from('{}'), policy).kind).toBe('differs');
    expect(replayDecision({ ...recorded, error }, decision.input, policy)).toEqual({ kind: 'not-judged', code: 'policy/wasm' });
  });
});
