import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { readFacts } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { evidenceLog, MOST_RECORDS, recordDeployment, recordedRetention, type EvidenceLog } from '@proofrail/core/gate';
import { parseStreamId, type Ledger } from '@proofrail/core/ledger';
import { loadPolicy } from '@proofrail/core/policy';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { MemoryStore } from '@proofrail/store-memory';
import { newestHead } from '../../packages/core/src/ledger/append/survey.ts';
import { judgeAndRecord } from '../../packages/cli/src/gate/judge-and-record.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
const policy = await loadPolicy(readBundle());
const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const signer = localSignerFromPem(pem, 'test');
const identities = {
  keyOf: () => Promise.resolve(Buffer.alloc(32)),
  subjects: () => [][Symbol.iterator]() as never,
  erase: () => Promise.resolve(false),
};
const origin = { system: 'github', facts: 'given', method: 'event', collector_id: 'test', collector_version: '1' } as const;

let now = Date.parse('2026-11-20T13:30:00Z');
const clock = { now: () => (now += 1000) };

function logOn(store: MemoryStore, stream: string): EvidenceLog {
  const ledger: Ledger = { store, signer, clock };
  return evidenceLog(ledger, parseStreamId(stream), (bytes) => Buffer.alloc(bytes, 7));
}

/** By a registry that keeps evidence for seven years. */
async function decide(evidence: EvidenceLog): Promise<void> {
  const file = path.join(examples, 'changes/denied.facts.json');
  const change = {
    facts: readFacts(readFileSync(file), file),
    source: 'given' as const,
    configuration: () => readConfiguration(readProofrailFolder(path.join(examples, 'service/.proofrail')), policy.manifest),
    reports: () => [],
  };
  await judgeAndRecord(change, { evidence, identities, policy, clock, product: { name: 'test', version: '0.0.0' } });
}

async function deploy(times: number, evidence: EvidenceLog): Promise<void> {
  const image = { artifact: sha256('image'), environment: 'production', end: 'success', commit: null, origin } as const;
  for (let time = 0; time < times; time++) await recordDeployment({ ...image, at: clock.now() }, evidence);
}

describe('for how long the decisions in a ledger ask to be kept', () => {
  it('is found behind as many deployments as a busy day has', async () => {
    const store = new MemoryStore();
    const evidence = logOn(store, '700001');
    await decide(evidence);
    for (const more of [0, 1, 16, 60]) {
      await deploy(more, evidence);
      expect(await recordedRetention({ store })).toEqual({ years: 7, unread: [] });
    }
  });

  it('is asked of a bounded number of records in each stream, and where that was too few it says so', async () => {
    const store = new MemoryStore();
    const busy = logOn(store, '700001');
    await decide(busy);
    await deploy(MOST_RECORDS, busy);
    await deploy(3, logOn(store, '700002'));
    expect(await recordedRetention({ store })).toEqual({ years: null, unread: ['700001'] });
    await decide(logOn(store, '700003'));
    expect(await recordedRetention({ store })).toEqual({ years: 7, unread: ['700001'] });
  });

  it('is not asked of all the records of slots that hold many', async () => {
    const store = new MemoryStore();
    const busy = logOn(store, '700001');
    await decide(busy);
    await Promise.all(Array.from({ length: MOST_RECORDS + 40 }, () => deploy(1, busy)));
    expect((await newestHead(store, parseStreamId('700001'))).seq).toBeLessThan(MOST_RECORDS / 4);
    expect(await recordedRetention({ store })).toEqual({ years: null, unread: ['700001'] });
  });

  it('is nothing where nothing was decided', async () => {
    const store = new MemoryStore();
    expect(await recordedRetention({ store })).toEqual({ years: null, unread: [] });
    await deploy(1, logOn(store, '700002'));
    expect(await recordedRetention({ store })).toEqual({ years: null, unread: [] });
  });
});
