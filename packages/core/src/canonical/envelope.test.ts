import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { ConfigurationError } from '../outcomes/failure.ts';
import type { SignatureAlgorithm } from '../ports/signer.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { canonicalJson } from './canonical-json.ts';
import { storedEnvelope, type Envelope } from './envelope.ts';
import { testSigner } from './fixtures/test-signer.ts';
import type { JsonValue } from './json-value.ts';
import { hasLowS } from './low-s.ts';
import { parseEnvelope } from './parse-envelope.ts';
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts';
import { publicKeyFromDer } from './public-key.ts';
import { sealEnvelope } from './seal-envelope.ts';
import { verifyEnvelope } from './verify-envelope.ts';

const utf8 = new TextEncoder();
const TYPE = 'application/vnd.in-toto+json';
const ALGORITHMS: readonly SignatureAlgorithm[] = ['ed25519', 'ecdsa-p256-sha256'];

describeCorpus('dsse', (folder) => {
  const vector = JSON.parse(readFileSync(path.join(folder, 'protocol-vector.json'), 'utf8')) as {
    readonly payload_utf8: string;
    readonly payloadType: string;
    readonly pae_utf8: string;
    readonly public_key: { readonly x_decimal: string; readonly y_decimal: string };
    readonly envelope: { readonly payload: string; readonly signatures: readonly { readonly sig: string }[] };
  };
  const payload = utf8.encode(vector.payload_utf8);
  const coordinate = (decimal: string): string =>
    Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(vector.public_key.x_decimal), y: coordinate(vector.public_key.y_decimal) };
  const key = publicKeyFromDer(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' }));
  const signature = decodeBase64(vector.envelope.signatures[0]?.sig ?? '') ?? new Uint8Array();

  it('encodes the bytes to sign as the protocol does', () => {
    expect(Buffer.from(preAuthenticationEncoding(vector.payloadType, payload)).toString('utf8')).toBe(vector.pae_utf8);
    expect(encodeBase64(payload)).toBe(vector.envelope.payload);
  });

  it('accepts the published signature', () => {
    const envelope: Envelope = { payloadType: vector.payloadType, payload, signatures: [{ keyId: key.keyId, signature }] };
    expect(verifyEnvelope(envelope, [key])).toEqual([key.keyId]);
  });
});

it('counts bytes, not characters, in what is signed', () => {
  expect(Buffer.from(preAuthenticationEncoding('tüp', utf8.encode('é'))).toString('utf8')).toBe('DSSEv1 4 tüp 2 é');
  expect(Buffer.from(preAuthenticationEncoding('', new Uint8Array())).toString('utf8')).toBe('DSSEv1 0  0 ');
});

it('stores the RFC 8785 bytes of an envelope, whatever its type, its payload and the number of its signatures', () => {
  for (let code = 0; code < 0xd800; code += code < 0x300 ? 1 : 97) {
    const payloadType = `a${String.fromCharCode(code)}b`;
    const payload = Buffer.alloc(code % 5, code);
    const signatures = Array.from({ length: code % 3 }, (_, index) => ({
      keyId: `${payloadType}${index}`,
      signature: Buffer.alloc(code % 7, index),
    }));
    const written = signatures.map(({ keyId, signature }) => ({ keyid: keyId, sig: encodeBase64(signature) }));
    const expected = canonicalJson({ payload: encodeBase64(payload), payloadType, signatures: written });
    expect(Buffer.compare(storedEnvelope({ payloadType, payload, signatures }), expected)).toBe(0);
  }
});

describe.each(ALGORITHMS)('sealed with %s', (algorithm) => {
  const { signer, key } = testSigner(algorithm);
  const other = testSigner(algorithm).key;
  const payload = utf8.encode('{"decision":"deny","subject":"é"}');
  let stored: Uint8Array;
  beforeAll(async () => void (stored = await sealEnvelope(TYPE, payload, signer)));

  it('gives back the signed bytes and the one key that signed them', () => {
    const envelope = parseEnvelope(stored, 'f');
    expect(Buffer.from(envelope.payload)).toEqual(Buffer.from(payload));
    expect(verifyEnvelope(envelope, [other, key, key])).toEqual([key.keyId]);
    expect(verifyEnvelope(envelope, [other])).toEqual([]);
    expect(verifyEnvelope(envelope, [])).toEqual([]);
  });

  it('notices every single flipped bit of the stored bytes', () => {
    const unnoticed = [];
    for (let bit = 0; bit < stored.length * 8; bit += 1) {
      const flipped = Uint8Array.from(stored);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (isVerified(flipped, key)) unnoticed.push(bit);
    }
    expect(unnoticed).toEqual([]);
  });

  it('notices every byte taken out, put in twice, or cut off at the end', () => {
    for (let index = 0; index < stored.length; index += 1) {
      const without = Buffer.concat([stored.subarray(0, index), stored.subarray(index + 1)]);
      const doubled = Buffer.concat([stored.subarray(0, index + 1), stored.subarray(index)]);
      expect([index, isVerified(without, key), isVerified(doubled, key), isVerified(stored.subarray(0, index), key)]).toEqual([
        index,
        false,
        false,
        false,
      ]);
    }
  });

  it('does not count a signature moved to another payload type', () => {
    expect(verifyEnvelope({ ...parseEnvelope(stored, 'f'), payloadType: 'application/json' }, [key])).toEqual([]);
  });
});

function isVerified(bytes: Uint8Array, key: Parameters<typeof verifyEnvelope>[1][number]): boolean {
  try {
    return verifyEnvelope(parseEnvelope(bytes, 'f'), [key]).length > 0;
  } catch (error) {
    if (error instanceof ConfigurationError) return false;
    throw error;
  }
}

it('lets nobody write a second signature of a P-256 signer: only the smaller s counts, over 50 seals', async () => {
  const { signer, key } = testSigner('ecdsa-p256-sha256');
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  for (let round = 0; round < 50; round += 1) {
    const envelope = parseEnvelope(await sealEnvelope(TYPE, utf8.encode(`record ${round}`), signer), 'f');
    const signature = envelope.signatures[0]?.signature ?? new Uint8Array();
    expect(hasLowS(signature)).toBe(true);
    const twin = Buffer.from(signature);
    twin.write((order - BigInt(`0x${twin.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0'), 32, 'hex');
    expect(key.verify(preAuthenticationEncoding(TYPE, envelope.payload), twin)).toBe(true);
    expect(verifyEnvelope({ ...envelope, signatures: [{ keyId: key.keyId, signature: twin }] }, [key])).toEqual([]);
  }
});

describe('an envelope by two signers', () => {
  const first = testSigner('ed25519');
  const second = testSigner('ecdsa-p256-sha256');
  const payload = utf8.encode('{}');
  let stored: Uint8Array;
  beforeAll(async () => {
    const seals = await Promise.all([first, second].map(({ signer }) => sealEnvelope(TYPE, payload, signer)));
    const signatures = seals.flatMap((bytes) => parseEnvelope(bytes, 'f').signatures);
    const written = signatures.map(({ keyId, signature }) => ({ keyid: keyId, sig: encodeBase64(signature) }));
    stored = canonicalJson({ payload: encodeBase64(payload), payloadType: TYPE, signatures: written });
  });

  it('names both, and fewer after any single flipped bit', () => {
    const keys = [first.key, second.key];
    expect(verifyEnvelope(parseEnvelope(stored, 'f'), keys)).toHaveLength(2);
    for (let bit = 0; bit < stored.length * 8; bit += 1) {
      const flipped = Uint8Array.from(stored);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, keys.every((key) => isVerified(flipped, key))]).toEqual([bit, false]);
    }
  });
});

describe('mutated envelopes', () => {
  const { signer } = testSigner('ed25519');
  const sig = encodeBase64(new Uint8Array(64).fill(7));
  const signature = { keyid: signer.keyId as string, sig };
  const whole = { payload: 'e30=', payloadType: TYPE, signatures: [signature] };
  const text = (value: JsonValue): string => Buffer.from(canonicalJson(value)).toString('utf8');
  const otherId = `sha256:${'0'.repeat(64)}`;
  const mutations: [string, string, string][] = [
    ['dsse/not-an-envelope', 'a list', text([whole])],
    ['dsse/not-an-envelope', 'null', 'null'],
    ['dsse/missing-member', 'no payload', text({ payloadType: TYPE, signatures: [signature] })],
    ['dsse/missing-member', 'no signatures', text({ payload: 'e30=', payloadType: TYPE })],
    [
      'dsse/missing-member',
      'a signature without key id, which would be tried under every key',
      text({ ...whole, signatures: [{ sig }] }),
    ],
    ['dsse/unknown-member', 'a member that no signature covers', text({ ...whole, note: 'approved' })],
    ['dsse/unknown-member', 'a certificate beside a signature', text({ ...whole, signatures: [{ ...signature, cert: 'x' }] })],
    ['json/duplicate-key', 'a second payload', text(whole).replace('{', '{"payload":"W10=",')],
    ['dsse/payload-type', 'a payload type that is no text', text({ ...whole, payloadType: 1 })],
    ['dsse/payload-type', 'an empty payload type', text({ ...whole, payloadType: '' })],
    ['dsse/payload-type', 'a payload type with a line break', text({ ...whole, payloadType: 'a\nb' })],
    ['dsse/not-base64', 'a payload as an object', text({ ...whole, payload: {} })],
    ['dsse/not-base64', 'a payload without padding', text({ ...whole, payload: 'e30' })],
    ['dsse/not-base64', 'a payload with set bits in the padding', text({ ...whole, payload: 'e31=' })],
    ['dsse/not-base64', 'a payload in the URL alphabet', text({ ...whole, payload: '-_-_' })],
    ['dsse/not-base64', 'a payload with white space inside', text({ ...whole, payload: 'e3 0=' })],
    ['dsse/empty', 'an empty payload', text({ ...whole, payload: '' })],
    ['dsse/signatures', 'signatures as an object', text({ ...whole, signatures: { 0: signature } })],
    ['dsse/unsigned', 'no signature at all', text({ ...whole, signatures: [] })],
    ['dsse/signature', 'a signature as text', text({ ...whole, signatures: [sig] })],
    ['dsse/key-id', 'a key id in upper case', text({ ...whole, signatures: [{ keyid: `sha256:${'A'.repeat(64)}`, sig }] })],
    ['dsse/key-id', 'no key id but null', text({ ...whole, signatures: [{ keyid: null, sig }] })],
    [
      'dsse/duplicate-signature',
      'one key twice, to look like two approvals',
      text({ ...whole, signatures: [signature, signature] }),
    ],
    [
      'dsse/too-many-signatures',
      'a flood of signatures',
      text({ ...whole, signatures: Array.from({ length: 17 }, () => ({ keyid: otherId, sig })) }),
    ],
    ['dsse/not-canonical', 'a space between members', text(whole).replace(',', ', ')],
    ['dsse/not-canonical', 'an escape for a letter', text(whole).replace('payloadType', 'payload\\u0054ype')],
    [
      'dsse/not-canonical',
      'members in another order',
      JSON.stringify({ payloadType: TYPE, payload: 'e30=', signatures: [signature] }),
    ],
    ['dsse/not-canonical', 'a line break at the end', `${text(whole)}\n`],
    ['json/trailing-content', 'a second envelope behind the first', text(whole) + text(whole)],
    ['json/too-deep', 'a tower of lists', text({ ...whole, signatures: [[[[[]]]]] })],
  ];
  it('reads the envelope that they were made from', () => {
    expect(parseEnvelope(utf8.encode(text(whole)), 'f').signatures).toHaveLength(1);
  });

  it.each(mutations)('%s: %s', (code, _, bytes) => {
    expect(() => parseEnvelope(utf8.encode(bytes), 'f')).toThrow(expect.objectContaining({ code, outcome: 'invalid' }));
  });
});
