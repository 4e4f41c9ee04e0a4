import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import {
  canonicalJson,
  parseEnvelope,
  preAuthenticationEncoding,
  publicKeyFromPem,
  sha256 as digestOf,
  type JsonObject,
  type Statement,
} from '../../packages/core/src/canonical/index.ts';
import { createRecord, pseudonymOf, sealRecord, type RecordSources } from '../../packages/core/src/evidence/index.ts';
import { append, formatReceipt, formatTrustFile, parseStreamId } from '../../packages/core/src/ledger/index.ts';
import type { Signer } from '../../packages/core/src/ports/index.ts';
import { MemoryStore } from '../../packages/stores/memory/src/memory-store.ts';

/** RFC 8032 7.1, test 1. Everybody knows it: it signs vectors and nothing else. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PKCS8_ED25519 = '302e020100300506032b657004220420'; // RFC 8410 7, followed by the seed
const START = Date.parse('2026-11-21T06:00:00.000Z');
const STREAM = parseStreamId('42');
const COMMIT = 'c0ffee'.repeat(6) + 'c0ff';
const IMAGE = digestOf('an image');
/** Not the one of today: a new crosswalk is no new format. */
const CONTROL_MAP = digestOf('a control map');
const PERSON = { subject: 'github:583231', key: '00112233445566778899aabbccddeeff'.repeat(2) } as const;

/** Files of test/vectors by name: a ledger of two records in two slots, with all that an implementation computes on the way. */
export async function makeVectors(): Promise<Map<string, Buffer>> {
  const { signer, pem } = fixedSigner();
  const store = new MemoryStore();
  let now = START;
  const clock = { now: () => now };
  const ledger = { store, signer, clock };
  const pseudonym = await pseudonymOf(PERSON.subject, {
    ...noStore,
    keyOf: () => Promise.resolve(Buffer.from(PERSON.key, 'hex')),
  });

  await append(ledger, STREAM, await intent({ clock, randomness: counted(), signer }, signer));
  now += 1500;
  const receipt = await append(ledger, STREAM, await deployment({ clock, randomness: counted(), signer }, signer, pseudonym));

  const objects = await Promise.all(store.keys().map(async (key) => [key, await bytesAt(store, key)] as const));
  const genesis = objects.find(([key]) => key.includes('/segments/'));
  if (genesis === undefined) throw new Error('no slot was written');
  const trust = formatTrustFile({
    version: 1,
    origin: 'proofrail test vectors',
    streams: { [STREAM]: { genesis: digestOf(genesis[1]) } },
    record_keys: [{ key_id: signer.keyId, pem, valid_from: new Date(START).toISOString(), valid_to: null }],
    acknowledge: [],
    issuer_keys: [],
    run_keys: [],
  });
  const vectors = {
    about: 'Made by tools/vectors.ts; explained in docs/evidence-format.md. The key is the one of RFC 8032 7.1, test 1.',
    private_key_seed: SEED,
    key_id: signer.keyId,
    pseudonym: { ...PERSON, pseudonym },
    objects: Object.fromEntries(objects.map(([key, bytes]) => [key, described(bytes)])),
  };
  return new Map([
    ...objects.map(([key, bytes]) => [`ledger/${key}`, bytes] as const),
    ['trust.json', Buffer.from(trust)],
    [
      'receipt.json',
      Buffer.from(formatReceipt({ ...receipt, ledger: 'file:test/vectors/ledger', assurance: 'local', version_id: null })),
    ],
    ['vectors.json', Buffer.from(`${JSON.stringify(JSON.parse(Buffer.from(canonicalJson(vectors)).toString()), null, 2)}\n`)],
  ]);
}

/** What somebody who writes a second implementation compares step by step. */
function described(bytes: Buffer) {
  const { payloadType, payload, signatures } = parseEnvelope(bytes, 'vector');
  const signed = preAuthenticationEncoding(payloadType, payload);
  return {
    sha256: digestOf(bytes),
    payload_type: payloadType,
    payload: Buffer.from(payload).toString('utf8'),
    signed_sha256: digestOf(signed),
    signature: signatures.map(({ signature }) => Buffer.from(signature).toString('hex')),
  };
}

function fixedSigner(): { signer: Signer; pem: string } {
  const key = createPrivateKey({ key: Buffer.from(PKCS8_ED25519 + SEED, 'hex'), format: 'der', type: 'pkcs8' });
  const pem = String(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  const { keyId } = publicKeyFromPem(pem, 'vectors');
  return {
    signer: { keyId, algorithm: 'ed25519', sign: (message) => Promise.resolve(new Uint8Array(sign(null, message, key))) },
    pem,
  };
}

/** Bytes that count up: an id needs to be fixed here, not unguessable. */
function counted(): (bytes: number) => Uint8Array {
  let next = 0;
  return (bytes) => Uint8Array.from({ length: bytes }, () => (next += 1) & 0xff);
}

async function bytesAt(store: MemoryStore, key: ReturnType<MemoryStore['keys']>[number]): Promise<Buffer> {
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw new Error(`${key} is ${answer.kind}`);
  return Buffer.from(answer.bytes);
}

const origin = {
  system: 'github',
  facts: 'given',
  method: 'manual',
  collector_id: 'test-vectors',
  collector_version: '1.0.0',
  repo: STREAM,
  commit_sha: COMMIT,
} as const;

function intent(sources: RecordSources, signer: Signer): Promise<Uint8Array> {
  const details = {
    repository: STREAM,
    event: 'pull_request',
    head: COMMIT,
    run: '9',
    attempt: 1,
    expected_kinds: ['policy.decision'],
    deadline: new Date(START + 1_800_000).toISOString(),
  };
  const evidence = { ...origin, outcome: 'n_a' } as const;
  return sealed(createRecord({ kind: 'run.intent', subject: { commit: COMMIT }, evidence, details }, sources), signer);
}

function deployment(sources: RecordSources, signer: Signer, by: Awaited<ReturnType<typeof pseudonymOf>>): Promise<Uint8Array> {
  const at = new Date(START + 1000).toISOString();
  const details = {
    environment: 'production',
    digest: IMAGE,
    previous_digest: null,
    authorisation: { by, at },
    decision: null,
    strategy: 'rolling',
    status: 'succeeded' as const,
    source_id: null,
    started_at: at,
    ended_at: at,
  };
  const evidence = { ...origin, outcome: 'pass', actor_id: by, actor_type: 'human' } as const;
  return sealed(createRecord({ kind: 'deployment', subject: { artifact: IMAGE }, evidence, details }, sources), signer);
}

function sealed({ predicate, ...statement }: Statement, signer: Signer): Promise<Uint8Array> {
  const evidence = { ...(predicate['evidence'] as JsonObject), control_map_digest: CONTROL_MAP };
  return sealRecord({ ...statement, predicate: { ...predicate, evidence } }, signer);
}

const noStore = {
  async *subjects(): AsyncIterable<never> {},
  erase: () => Promise.resolve(false),
};
