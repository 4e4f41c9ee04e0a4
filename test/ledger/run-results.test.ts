import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256, type JsonObject } from '@proofrail/core/canonical';
import { append, owedKinds, type Ledger } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { ledgerOn, record, START, STREAM, testSigner } from './small-ledger.ts';

const signer = testSigner();
const DEADLINE = START + 60_000;
const INTENT = { expected_kinds: ['scan.result', 'policy.decision'], deadline: new Date(DEADLINE).toISOString() };
let store: MemoryStore;
let ledger: Ledger;
let written: number;

beforeEach(() => {
  store = new MemoryStore();
  ledger = ledgerOn(store, signer);
  written = 0;
});

async function write(kind: string, run: string | null, predicate: JsonObject = {}, related: readonly string[] = []) {
  const evidence = {
    related: related.map((digest) => ({ rel: 'fact', digest })),
    ...(run === null ? {} : { run_attempt: 1, run_id: run }),
  };
  const type = `https://proofrail.dev/evidence/${kind}/v1`;
  return append(ledger, STREAM, await record((written += 1), signer, type, { ...predicate, evidence }));
}

const findings = async (now = DEADLINE) =>
  (await verifyLedger(store, { now })).findings.map(({ code, detail }) => [code, detail]);

describe('a run that announced a result', () => {
  it('is named where the result never came, and altered nothing', async () => {
    await write('run.intent', '9', INTENT);
    const verification = await verifyLedger(store, { now: DEADLINE });
    expect(verification).toMatchObject({
      outcome: 'allow',
      findings: [{ kind: 'unanswered', code: 'run/no-result', slot: 1, position: 1, detail: expect.stringContaining('Run 9, ') }],
      streams: [{ unanswered: 1 }],
    });
  });

  it('is not named before its deadline, nor with a result of its own; the result of another run does not count', async () => {
    await write('run.intent', '9', INTENT);
    expect(await findings(DEADLINE - 1)).toEqual([]);
    await write('policy.decision', '10');
    await write('scan.result', '9');
    expect(await findings()).toEqual([['run/no-result', expect.any(String)]]);
    await write('policy.decision', '9');
    expect(await findings()).toEqual([]);
  });

  it('is measured by the newest record where nobody says what time it is', async () => {
    await write('run.intent', '9', INTENT);
    expect((await verifyLedger(store)).findings).toEqual([]);
    ledger = ledgerOn(store, signer, { now: () => DEADLINE + 1 });
    await write('deployment', null);
    expect((await verifyLedger(store)).findings).toMatchObject([{ code: 'run/no-result' }]);
  });

  it('owes each kind that it announced, unless a decision is among them', () => {
    expect([owedKinds(['a', 'policy.decision']), owedKinds(['a', 'b'])]).toEqual([['policy.decision'], ['a', 'b']]);
  });
});

describe('a decision', () => {
  it('is found where a record that it rests on is not there: somebody left it out, or took it away before it had a place', async () => {
    const fact = await write('scan.result', '9');
    await write('policy.decision', '9', {}, [fact.record]);
    expect(await findings()).toEqual([]);
    const gone = sha256('never written');
    await write('policy.decision', '10', {}, [fact.record, gone]);
    expect(await verifyLedger(store)).toMatchObject({
      outcome: 'tampered',
      findings: [{ kind: 'missing', code: 'run/no-facts', found: gone, slot: 3 }],
    });
  });
});
