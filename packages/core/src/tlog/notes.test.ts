import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicKeyFromPem } from '../canonical/public-key.ts';
import type { SignatureAlgorithm, Signer } from '../ports/signer.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { derFromP1363, p1363FromDer } from '../canonical/ecdsa-der.ts';
import { formatNote, parseNote } from './note.ts';
import { cosignatureTime, formatVerifierKey, logKey, noteKey, parseVerifierKey } from './note-key.ts';
import { openNote } from './open-note.ts';
import { cosignNote, signNote } from './sign-note.ts';
import { bundlePath, parseTilePath, tilePath } from './tile-path.ts';
import { formatProof, parseProof } from './tlog-proof.ts';

const ORIGIN = 'example.org/evidence';
const TEXT = formatCheckpoint({ origin: ORIGIN, size: 12, root: Buffer.alloc(32, 7) });

function keyPair(algorithm: SignatureAlgorithm) {
  const { privateKey } =
    algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = publicKeyFromPem(String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })), 'test');
  const hash = algorithm === 'ed25519' ? null : 'sha256';
  const signer: Signer = {
    keyId: publicKey.keyId,
    algorithm,
    sign: (message) => Promise.resolve(new Uint8Array(sign(hash, message, { key: privateKey, dsaEncoding: 'ieee-p1363' }))),
  };
  return { publicKey, signer, native: createPublicKey(privateKey) };
}

describe('a signed note', () => {
  it.each<SignatureAlgorithm>(['ed25519', 'ecdsa-p256-sha256'])('keeps what it says under a key of %s', async (algorithm) => {
    const { publicKey, signer } = keyPair(algorithm);
    const key = logKey(ORIGIN, publicKey);
    expect(parseVerifierKey(formatVerifierKey(key))).toMatchObject({ name: ORIGIN, keyHash: key.keyHash });
    const bytes = Buffer.from(formatNote({ text: TEXT, signatures: [await signNote(TEXT, key, signer)] }));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const note = parseNote(changed);
      expect(note === null ? 'malformed' : openNote(note, [key]).kind).not.toBe('signed');
    }
    const note = parseNote(bytes);
    expect(note && openNote(note, [key])).toEqual({ kind: 'signed', by: [key] });
  });

  it('names a P-256 key by its SubjectPublicKeyInfo, and carries its signatures as Go reads them', async () => {
    const { publicKey, signer, native } = keyPair('ecdsa-p256-sha256');
    const key = logKey(ORIGIN, publicKey);
    expect(key.keyHash).toBe(publicKey.keyId.slice('sha256:'.length, 'sha256:'.length + 8));
    const { signature } = await signNote(TEXT, key, signer);
    expect(verify('sha256', Buffer.from(TEXT), { key: native, dsaEncoding: 'der' }, signature)).toBe(true);
  });

  it('takes a witness at its word about the time, and about no other', async () => {
    const { publicKey, signer } = keyPair('ed25519');
    const key = noteKey('witness.example', 'cosignature', publicKey);
    const cosigned = await cosignNote(TEXT, key, signer, 1_763_698_800);
    expect(cosignatureTime(cosigned.signature)).toBe(1_763_698_800);
    expect(openNote({ text: TEXT, signatures: [cosigned] }, [key])).toEqual({ kind: 'signed', by: [key] });
    const later = Buffer.from(cosigned.signature);
    later[7] = (later[7] ?? 0) + 1;
    expect(openNote({ text: TEXT, signatures: [{ ...cosigned, signature: later }] }, [key])).toEqual({ kind: 'wrong', key });
    // The same key under the same name signs other things in another way: neither passes for the other.
    expect(openNote({ text: TEXT, signatures: [cosigned] }, [noteKey('witness.example', 'ed25519', publicKey)]).kind).toBe(
      'unknown',
    );
  });

  it('reads DER in its one encoding: nothing longer, shorter or negative', () => {
    for (let n = 0; n < 64; n++) {
      const signature = Buffer.alloc(64, 0xff);
      signature.fill(0, 0, n % 32).fill(0, 32, 32 + ((n * 7) % 32));
      const der = Buffer.from(derFromP1363(signature));
      expect(Buffer.from(p1363FromDer(der) ?? [])).toEqual(signature);
      for (let at = 0; at <= der.length; at++) {
        const padded = Buffer.concat([der.subarray(0, at), Buffer.alloc(1), der.subarray(at)]);
        const read = p1363FromDer(padded);
        expect(read === null || Buffer.from(derFromP1363(read)).equals(padded)).toBe(true);
      }
      expect(p1363FromDer(der.subarray(0, -1))).toBeNull();
    }
  });
});

describe('formats of a log', () => {
  it('have one spelling each', () => {
    const root = Buffer.alloc(32, 7).toString('base64');
    const refused = ['0x10', '', ' 1', '01', '1 ', '-1', '1e3', '9007199254740993', '99999999999999999999'].map(
      (size) => `${ORIGIN}\n${size}\n${root}\n`,
    );
    expect(
      [...refused, `${ORIGIN}\n12\n${root}`, `${TEXT}extension\n`, `\n12\n${root}\n`, `${ORIGIN}\n12\n${root.slice(4)}\n`].map(
        parseCheckpoint,
      ),
    ).toEqual(Array.from({ length: 13 }, () => null));
    expect(parseCheckpoint(TEXT)).toMatchObject({ origin: ORIGIN, size: 12 });
  });

  it('name tiles as tlog-tiles does', () => {
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067');
    expect([tilePath(1, 0, 17), bundlePath(273, 112), bundlePath(999), bundlePath(1_000)]).toEqual([
      'tile/1/000.p/17',
      'tile/entries/273.p/112',
      'tile/entries/999',
      'tile/entries/x001/000',
    ]);
    for (const index of [0, 1, 999, 1_000, 999_999, 1_000_000, 4_294_967_296]) {
      expect(parseTilePath(tilePath(3, index))).toEqual({ level: 3, index, width: 256 });
      expect(parseTilePath(bundlePath(index, 9))).toEqual({ level: null, index, width: 9 });
    }
    const wrong = [
      'tile/00/000',
      'tile/64/000',
      'tile/0/0',
      'tile/0/x000/001',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/08',
      'tile/0/000/',
      '/tile/0/000',
    ];
    expect(wrong.map(parseTilePath)).toEqual(wrong.map(() => null));
  });

  it('make a proof that reads back, and none that has another byte where it counts', async () => {
    const { publicKey, signer } = keyPair('ed25519');
    const checkpoint = { text: TEXT, signatures: [await signNote(TEXT, logKey(ORIGIN, publicKey), signer)] };
    for (const extra of [new Uint8Array(), Buffer.from('{"an":"entry"}')]) {
      const proof = {
        extra: new Uint8Array(extra),
        index: 5,
        hashes: [1, 2, 3].map((n) => new Uint8Array(32).fill(n)),
        checkpoint,
      };
      const text = formatProof(proof);
      const read = parseProof(Buffer.from(text));
      expect(read && formatProof(read)).toBe(text);
      for (const change of ['\nindex 05', '\nindex  5', '\nindex -5', '\nindices 5']) {
        expect(parseProof(Buffer.from(text.replace('\nindex 5', change)))).toBeNull();
      }
    }
  });
});
