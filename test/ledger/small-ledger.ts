import { generateKeyPairSync, sign } from 'node:crypto';
import {
  canonicalJson,
  publicKeyFromPem,
  sealEnvelope,
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  type JsonObject,
} from '@proofrail/core/canonical';
import { append, putBlob, type Ledger, type SequencedReceipt, type StreamId, type TrustFile } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import type { ObjectKey, ObjectStore, SignatureAlgorithm, Signer } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';

export const STREAM = '42' as StreamId;
export const START = Date.UTC(2026, 10, 21);

export type TestSigner = Signer & { readonly pem: string };

/** A key that lives for one test. */
export function testSigner(algorithm: SignatureAlgorithm = 'ed25519'): TestSigner {
  const { privateKey, publicKey } =
    algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const { keyId } = publicKeyFromPem(pem, 'test');
  const hash = algorithm === 'ed25519' ? null : 'sha256';
  const signed = (message: Uint8Array): Uint8Array =>
    new Uint8Array(sign(hash, message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  return { keyId, algorithm, pem, sign: (message) => Promise.resolve(signed(message)) };
}

/** A record that says `n`, sealed as evidence is. */
export function record(
  n: number | string,
  signer: Signer,
  predicateType = 'https://proofrail.dev/evidence/test/v1',
  predicate: JsonObject = {},
): Promise<Uint8Array> {
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [
      {
        digest: {
          sha256: String(n)
            .replaceAll(/[^0-9]/g, '')
            .padStart(64, '0'),
        },
      },
    ],
    predicateType,
    predicate: { n, ...predicate },
  };
  return sealEnvelope(STATEMENT_PAYLOAD_TYPE, canonicalJson(statement), signer);
}

/** A clock that goes on by a millisecond whenever it is read. */
export function tickingClock(start = START): Ledger['clock'] {
  let now = start;
  return { now: () => now++ };
}

export function ledgerOn(store: ObjectStore, signer: Signer, clock = tickingClock()): Ledger {
  return { store, signer, clock };
}

/** Appends records one after the other: as many slots. */
export async function fill(ledger: Ledger, count: number, stream = STREAM): Promise<SequencedReceipt[]> {
  const receipts: SequencedReceipt[] = [];
  for (let n = 0; n < count; n++) receipts.push(await append(ledger, stream, await record(`${stream} ${n}`, ledger.signer)));
  return receipts;
}

export function trustIn(
  signers: readonly TestSigner[],
  genesis: SequencedReceipt | null,
  acknowledge: readonly TestSigner[] = [],
): TrustFile {
  return {
    version: 1,
    origin: 'test',
    streams: genesis === null ? {} : { [genesis.stream]: { genesis: genesis.slot_digest } },
    record_keys: signers.map(({ keyId, pem }) => ({
      key_id: keyId,
      pem,
      valid_from: '2026-01-01T00:00:00.000Z',
      valid_to: null,
    })),
    acknowledge: acknowledge.map(({ keyId }) => keyId),
    issuer_keys: [],
    run_keys: [],
  };
}

/** Seven records: three slots of one, one of three, one of one; and a blob. What the attack tests start from. */
export async function sevenRecords() {
  const signer = testSigner();
  const store = new MemoryStore();
  const ledger = ledgerOn(store, signer);
  const receipts = await fill(ledger, 3);
  receipts.push(...(await Promise.all([4, 5, 6].map(async (n) => append(ledger, STREAM, await record(n, signer))))));
  const { key } = await putBlob(ledger, STREAM, new TextEncoder().encode('an SBOM'));
  const last = await append(ledger, STREAM, await record(7, signer, 'https://proofrail.dev/evidence/sbom/v1', { raw_ref: key }));
  receipts.push(last);
  return { signer, store, ledger, receipts, last, keys: store.keys(), trust: trustIn([signer], receipts[0] ?? null) };
}

export async function bytesOf(store: MemoryStore, key: ObjectKey): Promise<Uint8Array> {
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw new Error(`${key} is ${answer.kind}`);
  return answer.bytes;
}

export const codes = (answer: Verification): string[] => answer.findings.map((one) => one.code);

/** How a verification ended, and what it found where. */
export const foundIn = ({ outcome, findings }: Verification) => [outcome, findings.map(({ code, key }) => [code, key])] as const;
