import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { publicKeyFromDer } from '../canonical/public-key.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { parseNote } from './note.ts';
import { logKey, noteKey, type NoteKey } from './note-key.ts';
import { openNote } from './open-note.ts';
import { leafHash } from './tree-hash.ts';
import { verifyInclusion } from './verify-inclusion.ts';

interface Entry {
  readonly canonicalizedBody: string;
  readonly inclusionProof?: {
    readonly logIndex: string;
    readonly treeSize: string;
    readonly rootHash: string;
    readonly hashes?: readonly string[];
    readonly checkpoint?: { readonly envelope: string };
  };
}

interface TrustedRoot {
  readonly tlogs: readonly { readonly baseUrl: string; readonly publicKey: { readonly rawBytes: string } }[];
}

type Answer =
  | 'included'
  | 'not included'
  | 'no proof'
  /** A proof against a root that nobody signed. */
  | 'unsigned'
  | 'no note'
  | 'wrong signature'
  | 'no known key'
  /** Rekor v1 put a line with the time under the root; such checkpoints are refused whole. */
  | 'extension lines'
  | 'other tree'
  | 'no JSON';

const base64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** What our own strict reading says of the log's part of a bundle. Certificates and the artifact's signature are nothing to a log. */
function answerFor(entry: Entry, keys: readonly NoteKey[]): Answer {
  const proof = entry.inclusionProof;
  if (proof === undefined) return 'no proof';
  const leaf = leafHash(base64(entry.canonicalizedBody));
  const place = { index: Number(proof.logIndex), size: Number(proof.treeSize), leaf, proof: (proof.hashes ?? []).map(base64) };
  if (proof.checkpoint === undefined)
    return verifyInclusion({ ...place, root: base64(proof.rootHash) }) ? 'unsigned' : 'not included';
  const note = parseNote(Buffer.from(proof.checkpoint.envelope));
  if (note === null) return 'no note';
  const opened = openNote(note, keys);
  if (opened.kind !== 'signed') return opened.kind === 'wrong' ? 'wrong signature' : 'no known key';
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint === null) return 'extension lines';
  const { size, root } = checkpoint;
  if (size !== place.size || !Buffer.from(base64(proof.rootHash)).equals(root)) return 'other tree';
  return verifyInclusion({ ...place, root }) ? 'included' : 'not included';
}

/** Rekor v2 has Ed25519 keys, v1 a P-256 key; both are named after the host of the log. */
function keysOf(root: TrustedRoot): NoteKey[] {
  return root.tlogs.flatMap(({ baseUrl, publicKey: { rawBytes } }) => {
    const name = new URL(baseUrl).host;
    const key = publicKeyFromDer(base64(rawBytes));
    return key.algorithm === 'ed25519' ? [logKey(name, key)] : [noteKey(name, 'ecdsa', key)];
  });
}

function entriesIn(bundle: string): readonly Entry[] {
  try {
    return (JSON.parse(bundle) as { verificationMaterial: { tlogEntries: Entry[] } }).verificationMaterial.tlogEntries;
  } catch {
    return []; // one bundle is cut off on purpose
  }
}

const TABLE: Readonly<Record<string, Answer>> = {
  'bundle-malformed-json_fail': 'no JSON',
  'bundle-negative-log-index_fail': 'no proof',
  'bundle-with-root-cert_fail': 'unsigned',
  'checkpoint-bad-keyhint_fail': 'no known key',
  'checkpoint-wrong-roothash_fail': 'other tree',
  'dsse-invalid-sig_fail': 'included',
  'dsse-mismatch-envelope_fail': 'included',
  'happy-path-intoto-in-dsse-v3': 'included',
  'happy-path-v0.1': 'extension lines',
  'happy-path-v0.3': 'included',
  'integrated-time-in-future_fail': 'included',
  'intoto-missing-inclusion-proof_fail': 'no proof',
  'intoto-set-outside-signing-cert-validity_fail': 'extension lines',
  'intoto-with-custom-trust-root': 'extension lines',
  'invalid-checkpoint-signature_fail': 'wrong signature',
  'invalid-ct-key_fail': 'extension lines',
  'invalid-inclusion-proof_fail': 'not included',
  'managed-key-and-trusted-root': 'included',
  'managed-key-no-key_fail': 'included',
  'rekor2-checkpoint-cosigned': 'included',
  'rekor2-checkpoint-missing-root-hash_fail': 'wrong signature',
  'rekor2-checkpoint-missing-size_fail': 'wrong signature',
  'rekor2-checkpoint-multiple-cosigs': 'included',
  'rekor2-checkpoint-no-matching-signature_fail': 'no known key',
  'rekor2-checkpoint-origin-not-first': 'included',
  'rekor2-checkpoint-two-sigs-cosigned': 'included',
  'rekor2-dsse-mismatch-sig_fail': 'included',
  'rekor2-no-inclusion-proof_fail': 'no proof',
  'rekor2-no-timestamp_fail': 'included',
  'rekor2-timestamp-outside-trust-root-tsa-validity_fail': 'included',
  'rekor2-timestamp-outside-tsa-cert-validity_fail': 'included',
  'rekor2-timestamp-payload-mismatch_fail': 'included',
  'rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail': 'included',
  'rekor2-timestamp-with-embedded-cert': 'included',
  'rekor2-timestamp-with-expired-cert-chain': 'included',
  'rekor2-timestamp-without-embedded-cert': 'included',
  'signature-mismatch_fail': 'extension lines',
  'trust-root-tlog-missing-validity-start_fail': 'included',
  'trust-root-tlog-validity-end-inclusive': 'extension lines',
  'trust-root-tsa-validity-end-inclusive': 'included',
  'wrong-hashedrekord-cert-and-sig_fail': 'included',
};

describeCorpus('sigstore-conformance', (folder) => {
  it('judges the checkpoint and the inclusion proof of every bundle as the committed table says', () => {
    const root = path.join(folder, 'bundle-verify');
    const names = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'bundle.sigstore.json')));
    const answers = names.map((name) => {
      const own = path.join(root, name, 'trusted_root.json');
      const trusted = existsSync(own) ? own : path.join(folder, 'production_trusted_root.json');
      const keys = keysOf(JSON.parse(readFileSync(trusted, 'utf8')) as TrustedRoot);
      const [entry] = entriesIn(readFileSync(path.join(root, name, 'bundle.sigstore.json'), 'utf8'));
      return [name, entry === undefined ? 'no JSON' : answerFor(entry, keys)];
    });
    expect(Object.fromEntries(answers)).toEqual(TABLE);
  });
});
