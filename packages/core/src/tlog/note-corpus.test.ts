import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { publicKeyFromPem } from '../canonical/public-key.ts';
import type { Signer } from '../ports/signer.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { formatNote, parseNote } from './note.ts';
import { logKey, parseVerifierKey, type NoteKey } from './note-key.ts';
import { openNote } from './open-note.ts';
import { signNote } from './sign-note.ts';
import { leafHash } from './tree-hash.ts';

interface Vectors {
  readonly verifier_keys: Readonly<Record<string, string>>;
  readonly verifier_key_must_be_rejected: readonly string[];
  readonly sign: { readonly signer_key_published_test_key: string; readonly text: string; readonly expected: string };
  readonly open: readonly {
    readonly name: string;
    readonly message: string;
    readonly verifiers: readonly string[];
    readonly verified?: readonly string[];
    readonly error?: string;
  }[];
  readonly tree_text: {
    readonly text: string;
    readonly size: number;
    readonly root_is_leaf_hash_of_utf8: string;
    readonly must_be_rejected: readonly string[];
  };
}

const PKCS8_OPENING = '302e020100300506032b657004220420'; // RFC 8410 7; the 32 bytes of the seed follow

/** A signer from the published test key of the Go library: `PRIVATE+KEY+name+hash+base64(type ‖ seed)`. */
function signerOf(text: string): { readonly key: NoteKey; readonly signer: Signer } {
  const [, , name = '', , base64 = ''] =
    text.split('+', 5).length === 5 ? (/^(PRIVATE)\+(KEY)\+([^+]+)\+([^+]+)\+(.+)$/.exec(text)?.slice(1) ?? []) : [];
  const der = Buffer.concat([Buffer.from(PKCS8_OPENING, 'hex'), Buffer.from(base64, 'base64').subarray(1)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = publicKeyFromPem(String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })), 'test');
  const sealed = { keyId: publicKey.keyId, algorithm: 'ed25519' as const };
  const signer = { ...sealed, sign: (message: Uint8Array) => Promise.resolve(new Uint8Array(sign(null, message, privateKey))) };
  return { key: logKey(name, publicKey), signer };
}

describeCorpus('signed-note', (folder) => {
  const vectors = JSON.parse(readFileSync(path.join(folder, 'vectors.json'), 'utf8')) as Vectors;
  const keyNamed = (name: string): NoteKey => {
    const key = parseVerifierKey(vectors.verifier_keys[name] ?? '');
    if (key === null) throw new Error(`no key ${name}`);
    return key;
  };

  it('knows a verifier key by its one spelling: no part of it, and none with another byte', () => {
    for (const text of Object.values(vectors.verifier_keys)) {
      expect(parseVerifierKey(text)).not.toBeNull();
      for (let from = 0; from < text.length; from++) {
        for (let to = from + 1; to <= text.length; to++) {
          if (to - from < text.length) expect(parseVerifierKey(text.slice(from, to))).toBeNull();
        }
        const next = String.fromCharCode(text.charCodeAt(from) + 1);
        expect(parseVerifierKey(text.slice(0, from) + next + text.slice(from + 1))).toBeNull();
      }
    }
    expect(vectors.verifier_key_must_be_rejected.map(parseVerifierKey)).toEqual([null, null]);
  });

  it('signs as the Go library does, byte for byte', async () => {
    const { signer_key_published_test_key: secret, text, expected } = vectors.sign;
    const { key, signer } = signerOf(secret);
    expect(formatNote({ text, signatures: [await signNote(text, key, signer)] })).toBe(expected);
  });

  it('opens what the Go library opens, with the same signers, and nothing else', () => {
    for (const { name, message, verifiers, verified, error } of vectors.open) {
      const note = parseNote(Buffer.from(message));
      const opened = note === null ? null : openNote(note, verifiers.map(keyNamed));
      const signers = opened?.kind === 'signed' ? opened.by.map((key) => key.name) : null;
      expect([name, signers]).toEqual([name, verified ?? null]);
      expect([name, note === null]).toEqual([name, error === 'malformed note']);
    }
  });

  it('reads the text of a tree strictly', () => {
    const { text, size, root_is_leaf_hash_of_utf8: leaf, must_be_rejected: wrong } = vectors.tree_text;
    expect(parseCheckpoint(text)).toEqual({
      origin: 'go.sum database tree',
      size,
      root: new Uint8Array(leafHash(Buffer.from(leaf))),
    });
    expect(wrong.map(parseCheckpoint)).toEqual(wrong.map(() => null));
  });
});
