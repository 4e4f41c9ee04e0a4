import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import { readConfiguration } from '@proofrail/core/controls';
import { digestChecker, evidenceLog } from '@proofrail/core/gate';
import { archiveSbom } from '@proofrail/core/gate/archive-sbom';
import { parseStreamId, readStream, type Ledger } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { loadPolicy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { MemoryStore } from '@proofrail/store-memory';
import { judgeAndRecord } from '../../packages/cli/src/gate/judge-and-record.ts';
import { DIGEST, HEAD, soundChange } from '../e2e/material/change.ts';
import { cyclonedx } from '../e2e/material/sbom.ts';

const signer = localSignerFromPem(
  String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  'test',
);
const clock = { now: () => Date.now() };
const policy = await loadPolicy(readBundle());
const product = { name: 'test', version: '0.0.0' };
const identities = {
  keyOf: () => Promise.resolve(Buffer.alloc(32)),
  subjects: () => [][Symbol.iterator]() as never,
  erase: () => Promise.resolve(false),
};
const origin = { system: 'github', facts: 'given', method: 'event', collector_id: 'test', collector_version: '1' } as const;

/** An allowed change, decided with one stream's credentials, and its image's bill of materials with another's. */
async function released(decidedIn: string, archivedIn: string) {
  const store = new MemoryStore();
  const ledger: Ledger = { store, signer, clock };
  const log = (stream: string) => evidenceLog(ledger, parseStreamId(stream), (bytes) => Buffer.alloc(bytes, 7));
  const { facts, reports, configuration } = soundChange();
  const files = new Map(Object.entries(configuration).map(([name, text]) => [name, Buffer.from(text)]));
  const gated = await judgeAndRecord(
    {
      facts,
      source: 'given',
      configuration: () => readConfiguration(files, policy.manifest),
      reports: () => Object.entries(reports).map(([name, text]) => readReport(Buffer.from(text), name)),
    },
    { evidence: log(decidedIn), identities, policy, clock, product },
  );
  expect(gated.judgement.decision.outcome).toBe('allow');
  const artifact: Sha256 | false = isSha256(DIGEST) && DIGEST;
  if (artifact === false) throw new Error('no digest');
  const bill = { bytes: Buffer.from(cyclonedx()), file: 'bom.json', artifact, commit: HEAD, origin, at: clock.now() };
  await archiveSbom(bill, log(archivedIn));
  const ask = await digestChecker({ store, trust: null, acceptGiven: true });
  return { store, answer: await ask(artifact) };
}

describe('an allow that was written with the pull request’s own credentials', () => {
  it('does not let an image pass, where the same decision in the repository’s stream does', async () => {
    expect((await released('700001', '700001')).answer).toMatchObject({ outcome: 'allow' });
    expect((await released('700001-pr', '700001')).answer).toMatchObject({ outcome: 'deny', code: 'image/not-decided' });
    expect((await released('700001-pr', '700001-pr')).answer).toMatchObject({ outcome: 'deny', code: 'image/no-sbom' });
    expect((await released('700001', '700001-pr')).answer).toMatchObject({ outcome: 'deny', code: 'image/no-sbom' });
  });

  it('is a record like any other for everybody who verifies or reads the ledger', async () => {
    const { store } = await released('700001-pr', '700001-pr');
    const { outcome, streams } = await verifyLedger(store);
    expect([outcome, streams.map(({ stream }) => stream)]).toEqual(['allow', ['700001-pr']]);
    const kinds: string[] = [];
    for await (const { statement } of readStream(store, parseStreamId('700001-pr'))) kinds.push(statement.predicateType);
    expect(kinds).toHaveLength(7);
  });
});
