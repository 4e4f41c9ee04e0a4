import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { readFacts } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { recordOf, type EvidenceRecord } from '@proofrail/core/evidence';
import { evidenceLog } from '@proofrail/core/gate';
import { attachmentKey, parseStreamId, readStream, type AttachmentCounts } from '@proofrail/core/ledger';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import { loadPolicy } from '@proofrail/core/policy';
import type { ObjectStore } from '@proofrail/core/ports';
import { readReport } from '@proofrail/core/reports';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { localSignerFromPem } from '@proofrail/signer-local';
import { MemoryStore } from '@proofrail/store-memory';
import { attachmentLines } from '../../packages/cli/src/verify/attachment-lines.ts';
import { judgeAndRecord } from '../../packages/cli/src/gate/judge-and-record.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
const reports = path.join(examples, 'reports/denied');
const originals = readdirSync(reports).map((name) => readFileSync(path.join(reports, name)));
const policy = await loadPolicy(readBundle());
const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const signer = localSignerFromPem(pem, 'test');
const clock = { now: () => Date.parse('2026-11-20T13:30:00Z') };
const STREAM = parseStreamId('778812345');
/** And the facts document. */
const COUNT = originals.length + 1;
const ALL: AttachmentCounts = { kept: COUNT, erased: 0, altered: 0, unreadable: 0, unasked: 0 };
const identities = {
  keyOf: () => Promise.resolve(Buffer.alloc(32, 1)),
  subjects: () => [][Symbol.iterator]() as never,
  erase: () => Promise.resolve(false),
};

/** Gates the denied change of the examples, whose reports real scanners wrote. */
async function gated(attachments: ObjectStore | null) {
  const store = new MemoryStore();
  const facts = path.join(examples, 'changes/denied.facts.json');
  const evidence = evidenceLog(
    { store, signer, clock },
    STREAM,
    (bytes) => Buffer.alloc(bytes, 7),
    null,
    { by: 'ledger' },
    attachments,
  );
  const change = {
    facts: readFacts(readFileSync(facts), facts),
    source: 'given' as const,
    configuration: () => readConfiguration(readProofrailFolder(path.join(examples, 'service/.proofrail')), policy.manifest),
    reports: () => originals.map((bytes, index) => readReport(bytes, `${index}`)),
  };
  await judgeAndRecord(change, { evidence, identities, policy, clock, product: { name: 'test', version: '0.0.0' } });
  return store;
}

async function retained(store: ObjectStore): Promise<boolean[]> {
  const found: boolean[] = [];
  for await (const { statement, name } of readStream(store, STREAM)) {
    const record = recordOf(statement, name);
    if (record.kind === 'scan.result') found.push(record.evidence.raw_retained);
  }
  return found;
}

async function verified(store: ObjectStore, options: VerifyOptions) {
  const { outcome, findings, streams } = await verifyLedger(store, options);
  return { outcome, findings: findings.length, attachments: streams[0]?.attachments };
}

/** A store that answers one call in its own way. */
const answering = (answers: Partial<ObjectStore>): ObjectStore => Object.assign(new MemoryStore('attachments'), answers);

describe('the reports of scanners and the facts, beside a ledger that holds only their digests', () => {
  it('are kept where attachments go, byte for byte, and the record says so', async () => {
    const attachments = new MemoryStore('attachments');
    const store = await gated(attachments);
    for (const bytes of originals) {
      const answer = await attachments.read(attachmentKey(STREAM, sha256(bytes)));
      expect(answer.kind === 'found' && Buffer.compare(answer.bytes, bytes)).toBe(0);
    }
    expect(await retained(store)).toEqual(originals.map(() => true));
    expect(await verified(store, { attachments })).toEqual({ outcome: 'allow', findings: 0, attachments: ALL });
  });

  it('are the facts too, as a document that the gate takes again', async () => {
    const attachments = new MemoryStore('attachments');
    const records: EvidenceRecord[] = [];
    for await (const { statement, name } of readStream(await gated(attachments), STREAM)) records.push(recordOf(statement, name));
    const approval = records.find(({ kind }) => kind === 'change.approval');
    const digest = approval?.kind === 'change.approval' ? approval.evidence.raw_sha256 : null;
    const answer = await attachments.read(attachmentKey(STREAM, digest as Sha256));
    const facts = readFileSync(path.join(examples, 'changes/denied.facts.json'));
    expect(answer.kind === 'found' && readFacts(answer.bytes, 'kept')).toEqual(readFacts(facts, 'given'));
  });

  it('may be erased: verify says so and finds no tampering', async () => {
    const store = await gated(new MemoryStore('attachments'));
    const answer = await verified(store, { attachments: new MemoryStore('attachments') });
    expect(answer).toEqual({ outcome: 'allow', findings: 0, attachments: { ...ALL, kept: 0, erased: COUNT } });
    expect(attachmentLines(answer.attachments ?? ALL)).toEqual([`attachment: erased, ${COUNT} originals`]);
  });

  it('are not believed where other bytes lie under their names, and not called erased where nobody could look', async () => {
    const store = await gated(new MemoryStore('attachments'));
    const read = (answer: object) => answering({ read: () => Promise.resolve(answer as never) });
    const other = read({ kind: 'found', bytes: Buffer.from('other'), version: null, metadata: null });
    const counts = async (attachments: ObjectStore) => (await verified(store, { attachments })).attachments;
    expect(await counts(other)).toEqual({ ...ALL, kept: 0, altered: COUNT });
    expect(await counts(read({ kind: 'unreadable', why: 'AccessDenied' }))).toEqual({
      ...ALL,
      kept: 0,
      unreadable: COUNT,
    });
    expect((await verified(store, {})).attachments).toEqual({ ...ALL, kept: 0, unasked: COUNT });
  });

  it('are kept once for all changes that bring the same ones', async () => {
    const attachments = new MemoryStore('attachments');
    await gated(attachments);
    expect(await retained(await gated(attachments))).toEqual(originals.map(() => true));
    expect(attachments.keys()).toHaveLength(COUNT);
  });

  it('are not promised by a record where nobody named a place, where others lie in theirs, or where they are too large', async () => {
    const none = originals.map(() => false);
    expect(await retained(await gated(null))).toEqual(none);
    const squatted = answering({
      create: () => Promise.resolve({ kind: 'exists' as const }),
      read: () => Promise.resolve({ kind: 'found', bytes: Buffer.from('other'), version: null } as never),
    });
    expect(await retained(await gated(squatted))).toEqual(none);
    const what = { expected: '', found: '', at: '', doThis: '' };
    const small = answering({ create: () => Promise.reject(new ConfigurationError('store/too-large', what)) });
    const store = await gated(small);
    expect(await retained(store)).toEqual(none);
    expect((await verified(store, { attachments: small })).attachments).toEqual({ ...ALL, kept: 0 });
  });

  it('stop the gate where the place that was named does not answer: evidence that was asked for is not dropped in silence', async () => {
    const dead = answering({ create: () => Promise.resolve({ kind: 'unknown' as const, cause: 'dead' } as never) });
    await expect(gated(dead)).rejects.toBeInstanceOf(UnavailableError);
  });
});
