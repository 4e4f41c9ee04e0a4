import { sha256 } from '@proofrail/core/canonical';
import { Failure } from '@proofrail/core/outcomes';
import { checkIdentityToken, platformAudience, type WitnessedRecord } from '@proofrail/core/platform';
import type { KeyId } from '@proofrail/core/ports';
import { FakeIssuer } from '@proofrail/testkit';
import { describe, expect, it } from '@jest/globals';
import { hostileTokens, text } from './hostile-tokens.ts';

const AT = Date.parse('2026-11-21T06:00:00.000Z');
const issuer = new FakeIssuer({ now: () => AT });
const about: WitnessedRecord = {
  record: sha256('a record'),
  keyId: sha256('a key') as string as KeyId,
  repositoryId: '700001',
  at: AT + 40,
};
const audience = platformAudience(about.record, about.keyId);
const right = issuer.token(audience);

/** `accepted`, or the code of the refusal; anything else that is thrown is a fault. */
function answer(token: string | Uint8Array, change: Partial<WitnessedRecord> = {}, keys = [issuer.issuerKey]): string {
  try {
    checkIdentityToken(Buffer.from(token as string), { ...about, ...change }, keys);
    return 'accepted';
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.code;
    throw thrown;
  }
}

describe('a token of the platform', () => {
  it('says who wrote the record, and nothing of the people in it', () => {
    const claims = checkIdentityToken(right, about, [issuer.issuerKey]);
    expect(claims).toMatchObject({ repository_id: '700001', run_id: '9000001', runner_environment: 'github-hosted' });
    expect(JSON.stringify(claims)).not.toContain('octocat');
  });

  it('is asked for with both whole digests, so that it fits no other record and no other key', () => {
    expect(audience).toBe(`proofrail:v1:${about.record}:${about.keyId}`);
    expect(answer(right, { record: sha256('another') })).toBe('token/audience');
    expect(answer(right, { keyId: sha256('another') as string as KeyId })).toBe('token/audience');
    expect(answer(right, { repositoryId: '700002' })).toBe('token/repository');
  });

  it('counts with either shape of its subject', () => {
    const withIds = new FakeIssuer({ now: () => AT, subject: 'names-and-ids' });
    expect(answer(withIds.token(audience), {}, [withIds.issuerKey])).toBe('accepted');
    expect(answer(right)).toBe('accepted');
  });

  it('counts with an environment too, and is refused with one that is no text', () => {
    expect(answer(issuer.token(audience, { environment: 'production' }))).toBe('accepted');
    for (const environment of [null, 1, '', []]) expect(answer(issuer.token(audience, { environment }))).toBe('token/claims');
  });

  it('is refused with any single bit changed', () => {
    const passed: number[] = [];
    for (let bit = 0; bit < right.length * 8; bit++) {
      const changed = Uint8Array.from(right);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (answer(changed) === 'accepted') passed.push(bit);
    }
    expect({ passed, tried: right.length > 1000 }).toEqual({ passed: [], tried: true });
  });

  it('is refused cut off anywhere', () => {
    const lengths = Array.from({ length: right.length }, (_, length) => length);
    expect(lengths.filter((length) => answer(right.subarray(0, length)) === 'accepted')).toEqual([]);
  });

  const READ = Object.keys(checkIdentityToken(right, about, [issuer.issuerKey]));

  it.each(READ)('is refused without the claim %s, or with one of another type, even if the platform signed it', (claim) => {
    for (const value of [undefined, null, true, '', [], {}, ['x'], -1]) {
      expect([value, answer(issuer.token(audience, { [claim]: value }))]).toEqual([value, 'token/claims']);
    }
  });

  it('keeps its word when the platform adds claims that nobody knows yet', () => {
    expect(answer(issuer.token(audience, { new_claim: { a: 1 } }))).toBe('accepted');
  });

  it.each(hostileTokens(issuer, audience))('is refused as %s: %s', (_, code, token) => {
    expect(answer(token)).toBe(code);
  });

  it('has more than forty hostile relatives', () => {
    expect(hostileTokens(issuer, audience).length).toBeGreaterThan(40);
  });
});

describe('time', () => {
  const key = issuer.issuerKey;
  const valid = (valid_from: string, valid_to: string | null) => answer(right, {}, [{ ...key, valid_from, valid_to }] as never);

  it('is that of the record: a token that has expired by now vouches for what was written while it lived', () => {
    expect(AT).not.toBe(Date.now());
    expect([-15, -10, 0, 4, 9].map((minutes) => answer(right, { at: AT + minutes * 60_000 }))).toEqual(
      Array.from({ length: 5 }, () => 'accepted'),
    );
  });

  it('refuses a record that was dated back or ahead', () => {
    for (const minutes of [-16, 11, 525_600, -525_600]) expect(answer(right, { at: AT + minutes * 60_000 })).toBe('token/time');
  });

  it('refuses a key of the issuer before it became valid, and from when it stopped on', () => {
    expect(valid('2026-11-21T06:00:00.000Z', '2026-11-21T06:00:01.000Z')).toBe('accepted');
    expect(valid('2026-11-21T06:00:00.001Z', null)).toBe('token/key-not-valid');
    expect(valid('2026-01-01T00:00:00.000Z', '2026-11-21T06:00:00.000Z')).toBe('token/key-not-valid');
  });
});

it('nothing counts without a key of the trust file, whatever JWKS lies beside the token', () => {
  const homeMade = new FakeIssuer({ now: () => AT });
  expect(text(homeMade.token(audience)).split('.')[1]).toBe(text(right).split('.')[1]); // the same claims
  expect([answer(homeMade.token(audience)), answer(right, {}, [])]).toEqual(['token/signature', 'token/unknown-key']);
});
