import { describe, expect, it } from '@jest/globals';
import { storedEnvelope, type Envelope } from '../../canonical/envelope.ts';
import { parseEnvelope } from '../../canonical/parse-envelope.ts';
import { readSealed } from './sealed-form.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const KEY = `sha256:${'5'.repeat(64)}`;
const envelope = (payload: string, payloadType = 'application/vnd.in-toto+json'): Envelope => ({
  payloadType,
  payload: utf8(payload),
  signatures: [{ keyId: KEY, signature: new Uint8Array(64).fill(7) }],
});

function reference(bytes: Uint8Array): unknown {
  try {
    return parseEnvelope(bytes, 'test');
  } catch {
    return null;
  }
}

/** Both readers must agree: an envelope that only one of them takes would have two meanings. */
function expectAgreement(bytes: Uint8Array): void {
  expect(plain(readSealed(bytes))).toEqual(plain(reference(bytes)));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the quick reader of envelopes agrees with the strict one', () => {
  it('on every single flipped bit', () => {
    const bytes = storedEnvelope(envelope('{"a":"é"}'));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expectAgreement(changed);
    }
  });

  it('on payloads of every length and payload types of every character', () => {
    for (let length = 1; length < 40; length++) expectAgreement(storedEnvelope(envelope('x'.repeat(length))));
    for (let code = 0; code < 256; code++) expectAgreement(storedEnvelope(envelope('x', `a${String.fromCharCode(code)}b`)));
  });

  it('on other spellings of the same envelope, none of which counts', () => {
    const text = Buffer.from(storedEnvelope(envelope('payload'))).toString();
    const spellings = [
      ` ${text}`,
      `${text}\n`,
      text.replace('":"', '": "'),
      text.replace('payloadType', 'payload\\u0054ype'),
      text.replace('application/', 'application\\/'),
      text.replace('==', ''),
      text.replace('"sig"', '"extra":1,"sig"'),
      text.replace('{"payload"', '{"payload":"eA==","payload"'),
      text.slice(0, -1),
      '',
      '{}',
      'null',
      '{"payload":"","payloadType":"a","signatures":[]}',
    ];
    for (const spelling of spellings) {
      expect(readSealed(utf8(spelling))).toBeNull();
      expectAgreement(utf8(spelling));
    }
  });

  it('on several signatures, which the template leaves to the parser', () => {
    const two = {
      ...envelope('x'),
      signatures: [KEY, `sha256:${'6'.repeat(64)}`].map((keyId) => ({ keyId, signature: new Uint8Array(64) })),
    };
    expectAgreement(storedEnvelope(two));
    expect(readSealed(storedEnvelope(two))?.signatures).toHaveLength(2);
  });
});
