import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { known, readFacts, unknown } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { textDigest } from '@proofrail/core/canonical';
import { recordOf, type EvidenceRecord } from '@proofrail/core/evidence';
import { evidenceLog, type UnreadChange } from '@proofrail/core/gate';
import { parseStreamId, readStream, type Ledger } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { loadPolicy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import type { ObjectStore } from '@proofrail/core/ports';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { FaultyStore, MemoryStore, ProcessDied } from '@proofrail/store-memory';
import { judgeAndRecord } from '../../packages/cli/src/gate/judge-and-record.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
const policy = await loadPolicy(readBundle());
const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const signer = localSignerFromPem(pem, 'test');
const clock = { now: () => Date.parse('2026-11-20T13:30:00Z') };

type State = 'denied' | 'allowed';

function request(state: State): UnreadChange {
  const reports = path.join(examples, 'reports', state);
  const facts = path.join(examples, 'changes', `${state}.facts.json`);
  return {
    facts: readFacts(readFileSync(facts), facts),
    source: 'given',
    configuration: () => readConfiguration(readProofrailFolder(path.join(examples, 'service/.proofrail')), policy.manifest),
    reports: () => readdirSync(reports).map((name) => readReport(readFileSync(path.join(reports, name)), name)),
  };
}

const keys = new Map<string, Uint8Array>();
const identities = {
  keyOf: (subject: string) =>
    Promise.resolve(keys.get(subject) ?? keys.set(subject, Buffer.alloc(32, keys.size)).get(subject) ?? Buffer.alloc(32)),
  subjects: () => [][Symbol.iterator]() as never,
  erase: () => Promise.resolve(false),
};

function gate(store: ObjectStore, change: UnreadChange) {
  const ledger: Ledger = { store, signer, clock };
  const evidence = evidenceLog(ledger, parseStreamId(change.facts.repository.id), (bytes) => Buffer.alloc(bytes, 7));
  return judgeAndRecord(change, { evidence, identities, policy, clock, product: { name: 'test', version: '0.0.0' } });
}

async function recordsIn(store: ObjectStore): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for await (const { statement, name } of readStream(store, parseStreamId('778812345'))) records.push(recordOf(statement, name));
  return records;
}

describe('gating a change', () => {
  it.each(['denied', 'allowed'] as const)(
    'leaves the whole story of a change that is %s: intent first, decision last',
    async (state) => {
      const store = new MemoryStore();
      const { judgement, decision: last } = await gate(store, request(state));
      const records = await recordsIn(store);
      expect(judgement.decision.outcome).toBe(state === 'denied' ? 'deny' : 'allow');
      expect(records[0]?.kind).toBe('run.intent');
      expect(
        records
          .slice(1, -1)
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['change.approval', 'scan.result', 'scan.result', 'scan.result']);
      const decision = records.at(-1);
      expect(decision?.kind === 'policy.decision' && decision.evidence.related.length).toBe(5);
      expect(last.record).toEqual(decision);
    },
  );

  it('names the commit that was reviewed and the one that landed, so that either finds the decision', async () => {
    const store = new MemoryStore();
    const landed = 'd'.repeat(40);
    const change = request('allowed');
    const merged = { ...change.facts, change: { ...change.facts.change, kind: 'push' as const, landed } };
    await gate(store, { ...change, facts: merged });
    const [intent, ...records] = await recordsIn(store);
    const about = [intent, ...records].filter((record) => record?.kind !== 'scan.result');
    expect(about.map((record) => record?.subject.map(({ digest }) => digest['gitCommit']))).toEqual(
      about.map(() => [change.facts.change.head.commit, landed]),
    );
    const decision = records.at(-1);
    expect(decision?.kind === 'policy.decision' && decision).toMatchObject({
      evidence: { merge_sha: landed },
      details: { decision: 'allow', subject: { kind: 'push', landed } },
    });
  });

  it('records who let the run into its environment, by pseudonym and with both ends of the time', async () => {
    const store = new MemoryStore();
    const change = request('allowed');
    const [author, , reviewer] = change.facts.accounts.map(({ id }) => id);
    const [not_before, not_after] = ['2026-11-20T13:00:00.000Z', '2026-11-20T13:20:00.000Z'] as const;
    const environment = {
      name: 'Production (EU)',
      required_reviewers: known(1),
      prevent_self_review: known(true),
      admins_bypass: unknown('forbidden'),
      wait_minutes: known(0),
      branches: known('protected' as const),
      approvals: known({ items: [{ person: reviewer ?? '', state: 'approved' as const, not_before, not_after }], total: 1 }),
      decision: known({
        commit: change.facts.change.checked,
        event: 'pull_request' as const,
        run: '41',
        conclusion: 'success' as const,
      }),
      deployer: known(author ?? ''),
      triggered_by: known('41898282'),
    };
    const accounts = [...change.facts.accounts, { id: '41898282', kind: 'bot' as const }];
    await gate(store, { ...change, facts: { ...change.facts, accounts, environment } });
    const decision = (await recordsIn(store)).at(-1);
    expect(decision?.kind === 'policy.decision' && decision.details.environment).toEqual({
      ...environment,
      name: textDigest('Production (EU)'),
      approvals: known([{ id: expect.stringMatching(/^person:/), state: 'approved', not_before, not_after, derived: true }]),
      deployer: known(expect.stringMatching(/^person:/)),
      triggered_by: known('bot:41898282'),
    });
  });

  it('says of a report that nobody handed over only its digest, not what kind of file it is', async () => {
    const store = new MemoryStore();
    const change = request('allowed');
    await gate(store, { ...change, reports: () => change.reports().slice(1) });
    const scans = (await recordsIn(store)).filter(({ kind }) => kind === 'scan.result');
    const types = scans.map((record) => record.kind !== 'unrecognised' && record.evidence.raw_media_type);
    expect(types.sort()).toEqual(['application/sarif+json', 'application/sarif+json', null]);
  });

  it('records what was said and checked beside the reviews', async () => {
    const store = new MemoryStore();
    const change = request('allowed');
    await gate(store, change);
    const approval = (await recordsIn(store)).find(({ kind }) => kind === 'change.approval');
    expect(approval?.kind === 'change.approval' && approval.details).toMatchObject({
      required: { class: 'ordinary', elevated: { minimum: 3 } },
      threads: change.facts.threads,
      tickets: known([textDigest('PAY-311')]),
      checks: known([{ name: textDigest('test'), app_id: '15368', conclusion: 'success' }]),
    });
  });

  it('says in every record that the facts were given', async () => {
    const store = new MemoryStore();
    await gate(store, request('allowed'));
    for (const record of await recordsIn(store)) expect(record.kind !== 'unrecognised' && record.evidence.facts).toBe('given');
  });

  it('puts nobody into the ledger by account id', async () => {
    const store = new MemoryStore();
    const change = request('denied');
    await gate(store, change);
    const text = JSON.stringify(await recordsIn(store));
    for (const { id } of change.facts.accounts) expect(text).not.toContain(id);
  });

  it.each(['configuration', 'reports'] as const)(
    'records a denial when the %s cannot be used, and fails afterwards',
    async (part) => {
      const store = new MemoryStore();
      const broken = new ConfigurationError('test/broken', { expected: 'x', found: 'y', at: 'z', doThis: 'mend it' });
      const change = { ...request('allowed'), [part]: () => fail(broken) };
      await expect(gate(store, change)).rejects.toBe(broken);
      const [intent, denial, ...others] = await recordsIn(store);
      expect([intent?.kind, denial?.kind, others.length]).toEqual(['run.intent', 'policy.decision', 0]);
      expect(denial?.kind === 'policy.decision' && denial.details).toMatchObject({
        decision: 'deny',
        cause: 'error',
        error: { code: 'test/broken' },
      });
    },
  );

  it('decides nothing, and says so by throwing, at whatever request the process dies', async () => {
    const counted = new FaultyStore(new MemoryStore(), () => null);
    await gate(counted, request('allowed'));
    for (let last = 0; last < counted.calls; last += 1) {
      const store = new MemoryStore();
      const dying = new FaultyStore(store, ({ number }) => (number > last ? 'die-before' : null));
      await expect(gate(dying, request('allowed'))).rejects.toBeInstanceOf(ProcessDied);
      const kinds = (await recordsIn(store)).map(({ kind }) => kind);
      // A decision without the intent before it would be one that could have been left out.
      if (kinds.includes('policy.decision')) expect(kinds[0]).toBe('run.intent');
    }
    expect(counted.calls).toBeGreaterThan(10);
  });
});

function fail(error: Error): never {
  throw error;
}
