import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { NO_ANSWERS, readFacts } from '@proofrail/core/context';
import { recordOf, type EvidenceRecord } from '@proofrail/core/evidence';
import {
  decideChanges,
  evidenceLog,
  formatDecisionBundle,
  readDecisionBundle,
  recordBundle,
  type DecisionBundle,
  type UnjudgedChange,
} from '@proofrail/core/gate';
import { parseStreamId, readStream } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { loadPolicy, timeoutFailure, type Policy } from '@proofrail/core/policy';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { MemoryStore } from '@proofrail/store-memory';

const examples = path.resolve(import.meta.dirname, '../../examples');
const policy = await loadPolicy(readBundle());
const signer = localSignerFromPem(
  String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  'test',
);
const clock = { now: () => Date.parse('2026-11-20T13:30:00Z') };
const AT = clock.now() / 1000;
const INTENT = sha256('the intent');
const oneKeyForAll = {
  keyOf: () => Promise.resolve(Buffer.alloc(32, 1)),
  subjects: () => [][Symbol.iterator]() as never,
  erase: () => Promise.resolve(false),
};

function change(state: 'denied' | 'allowed'): UnjudgedChange {
  const reports = path.join(examples, 'reports', state);
  const facts = path.join(examples, 'changes', `${state}.facts.json`);
  return {
    facts: readFacts(readFileSync(facts), facts),
    answers: NO_ANSWERS,
    source: 'given',
    configuration: {
      kind: 'files',
      repository: readProofrailFolder(path.join(examples, 'service/.proofrail')),
      organisation: null,
    },
    reports: readdirSync(reports).map((name) => readFileSync(path.join(reports, name))),
  };
}

const decided = (...changes: readonly UnjudgedChange[]): DecisionBundle => decideChanges(changes, policy, AT).bundle();

/** Where there was no time to ask all rules, and for some of them alone there was. */
const slow: Policy = {
  ...policy,
  evaluate: () => {
    throw timeoutFailure(20_000);
  },
};

/** What the second job does: reads the bytes by their digest and records them. */
async function record(bytes: Uint8Array, changes: readonly UnjudgedChange[], run = runOf(changes[0]), by = policy) {
  const store = new MemoryStore();
  const stream = parseStreamId('778812345');
  const evidence = evidenceLog({ store, signer, clock }, stream, (count) => Buffer.alloc(count, 7));
  const attempt = async () =>
    recordBundle(
      {
        bundle: readDecisionBundle(bytes, sha256(bytes), 'decision.json'),
        reports: changes.flatMap(({ reports }) => reports),
        run,
        intent: INTENT,
      },
      { policy: by, evidence, identities: oneKeyForAll, product: { name: 'test', version: '0.0.0' } },
    );
  const ended = await attempt().then(
    ({ outcome }) => outcome,
    (thrown: { code: string }) => thrown.code,
  );
  const records: EvidenceRecord[] = [];
  for await (const { statement, name } of readStream(store, stream)) records.push(recordOf(statement, name));
  return { ended, records };
}

const runOf = (from: UnjudgedChange | undefined) => {
  const { repository, run } = (from ?? change('allowed')).facts;
  return { repository: { id: repository.id }, run: { id: run.id, attempt: run.attempt } };
};

describe('a decision that travels from one job to the next', () => {
  it.each([
    ['allowed', 'allow'],
    ['denied', 'deny'],
  ] as const)('comes to the same end where it is recorded, with all of its evidence: %s', async (state, outcome) => {
    const { ended, records } = await record(formatDecisionBundle(decided(change(state))), [change(state)]);
    expect(ended).toBe(outcome);
    expect(records.map(({ kind }) => kind).sort()).toEqual([
      'change.approval',
      'policy.decision',
      'scan.result',
      'scan.result',
      'scan.result',
    ]);
    const decision = records.at(-1);
    expect(decision?.kind === 'policy.decision' && decision.evidence.related[0]).toEqual({ rel: 'intent', digest: INTENT });
  });

  it.each([
    ['the job that decides', slow, policy],
    ['the job that records', policy, slow],
    ['both', slow, slow],
  ])('is a denial, recorded as such, where %s had no time to ask the rules', async (_, first, second) => {
    const allowed = change('allowed');
    const bytes = formatDecisionBundle(decideChanges([allowed], first, AT).bundle());
    const { ended, records } = await record(bytes, [allowed], runOf(allowed), second);
    expect(ended).toBe('deny');
    const error = { code: 'policy/timeout' };
    expect(records.at(-1)).toMatchObject({ kind: 'policy.decision', details: { decision: 'deny', cause: 'error', error } });
  });

  it('allows a merge group only if every change in it is allowed', async () => {
    const [good, bad] = [change('allowed'), change('denied')];
    const sameRun = { ...bad, facts: { ...bad.facts, run: good.facts.run } };
    expect((await record(formatDecisionBundle(decided(good, sameRun)), [good, sameRun])).ended).toBe('deny');
  });

  it('records that a configuration could not be used: breaking it is no way to leave no trace', async () => {
    const repository = new Map([['controls.yaml', Buffer.from('nonsense: [')]]);
    const absent = { expected: 'a folder', found: 'none', at: 'the tip', doThis: 'merge it' };
    for (const configuration of [
      { kind: 'files', repository, organisation: null },
      { kind: 'unusable', fault: new ConfigurationError('config/absent', absent) },
    ] as const) {
      const broken = { ...change('allowed'), configuration };
      const { ended, records } = await record(formatDecisionBundle(decided(broken)), [broken]);
      expect([ended, records.map(({ kind }) => kind)]).toEqual(['invalid', ['policy.decision']]);
    }
  });

  it('is not even parsed when its bytes are not the ones that the deciding job named', () => {
    const expected = sha256(formatDecisionBundle(decided(change('denied'))));
    const forged = Buffer.from('{"schema": not json');
    expect(() => readDecisionBundle(forged, expected, 'decision.json')).toThrow(
      expect.objectContaining({ code: 'bundle/digest' }),
    );
  });

  it.each([
    ['an outcome turned round', (text: string) => text.replace('"outcome":"deny"', '"outcome":"allow"'), 'bundle/differs'],
    [
      'a review that says something else',
      (text: string) => text.replace('"state":"approved"', '"state":"dismissed"'),
      'bundle/differs',
    ],
    [
      'a later time of judgement',
      (text: string) => text.replace(`"evaluated_at":${AT}`, `"evaluated_at":${AT + 9}`),
      'bundle/differs',
    ],
    ['other rules', (text: string) => text.replace(policy.manifest.policy, sha256('other rules')), 'bundle/another-policy'],
    ['no change at all', (text: string) => text.replace(/"changes":\[.*\](?=,"evaluated_at)/s, '"changes":[]'), 'bundle/invalid'],
    ['a member that nobody knows', (text: string) => text.replace('{"changes"', '{"allow":true,"changes"'), 'bundle/invalid'],
  ])('is refused with nothing recorded: %s', async (_, alter, code) => {
    const text = new TextDecoder().decode(formatDecisionBundle(decided(change('denied'))));
    const altered = alter(text);
    expect(altered).not.toBe(text);
    const { ended, records } = await record(Buffer.from(altered), [change('denied')]);
    expect([ended, records]).toEqual([code, []]);
  });

  it('is refused without one of its reports', async () => {
    const whole = change('allowed');
    const { ended, records } = await record(formatDecisionBundle(decided(whole)), [
      { ...whole, reports: whole.reports.slice(1) },
    ]);
    expect([ended, records]).toEqual(['bundle/no-report', []]);
  });

  it('is refused in another attempt of the run: a re-run of the failed jobs alone brings yesterday’s decision', async () => {
    const own = runOf(change('allowed'));
    const later = { ...own, run: { ...own.run, attempt: own.run.attempt + 1 } };
    const { ended } = await record(formatDecisionBundle(decided(change('allowed'))), [change('allowed')], later);
    expect(ended).toBe('bundle/another-run');
  });
});
