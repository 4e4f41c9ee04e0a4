import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  checkTimestamp,
  openTimestamp,
  parseTimestamp,
  timestampRequest,
  type TimeAuthorityEntry,
} from '@proofrail/core/timestamp';
import { inRequiredRun } from '../required-run.ts';

const STEP = inRequiredRun(1, 7);
const file = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, 'fixtures', name));
const body = file('body');
const root = String(file('root.pem'));
const authority: TimeAuthorityEntry = { name: 'ours', certificates: [root] };

/** What OpenSSL says the time is. */
const timeOf = (name: string): number => Date.parse(/Time stamp: (.*)/.exec(String(file(`${name}.txt`)))?.[1] ?? '');
const check = (name: string, entry = authority) => checkTimestamp(file(`${name}.tsr`), body, [entry]);

describe('a time-stamp', () => {
  it.each(['good', 'rsa', 'sha512', 'without-nonce', 'other-policy'])(
    'says what OpenSSL says, and no earlier than its authority may be off: %s',
    (name) => {
      expect(check(name)).toEqual({
        notAfter: timeOf(name) + 1_500,
        authority: 'ours',
        signer: expect.stringMatching(/^sha256:/),
      });
    },
  );

  it.each([
    ['other-body', 'timestamp/imprint'],
    ['refused', 'timestamp/refused'],
    ['foreign', 'timestamp/untrusted'],
    ['expired', 'timestamp/expired'],
    ['lax', 'timestamp/purpose'],
    ['both', 'timestamp/purpose'],
    ['without-certificate', 'timestamp/no-certificate'],
  ])('counts for nothing, and says why: %s', (name, problem) => {
    expect(check(name)).toBe(problem);
  });

  it('needs no certificate within where the trust file has it, and none of a stranger helps', () => {
    const known = (name: string) => ({ ...authority, certificates: [root, String(file(name))] });
    expect(check('without-certificate', known('signer.pem'))).toMatchObject({ notAfter: timeOf('without-certificate') + 1_500 });
    expect(check('without-certificate', known('stranger.pem'))).toBe('timestamp/no-certificate');
    expect(check('good', { ...authority, certificates: [String(file('stranger.pem'))] })).toBe('timestamp/untrusted');
  });

  it('counts under the policy that is pinned alone', () => {
    expect(check('good', { ...authority, policy: '1.2.3.4.1' })).toHaveProperty('notAfter');
    expect(check('other-policy', { ...authority, policy: '1.2.3.4.1' })).toBe('timestamp/policy');
  });

  it('changes nothing that counts under any flipped bit, or is refused', () => {
    const whole = check('good');
    let refused = 0;
    for (let at = 0; at < file('good.tsr').length * 8; at += STEP) {
      const reply = file('good.tsr');
      reply[at >> 3] = (reply[at >> 3] ?? 0) ^ (1 << (at & 7));
      const answer = checkTimestamp(reply, body, [authority]);
      if (typeof answer === 'string') refused += 1;
      else expect([at, answer]).toEqual([at, whole]);
    }
    expect(refused).toBeGreaterThan((file('good.tsr').length * 8) / STEP / 2);
  });

  it('is refused where it was cut off anywhere, or goes on behind its end', () => {
    const reply = file('good.tsr');
    for (let length = 0; length < reply.length; length++)
      expect([length, checkTimestamp(reply.subarray(0, length), body, [authority])]).toEqual([length, 'timestamp/form']);
    expect(checkTimestamp(Buffer.concat([reply, Buffer.alloc(1)]), body, [authority])).toBe('timestamp/form');
  });
});

describe('the request for one', () => {
  it('is what OpenSSL asks: the SHA-256 of the bytes, a nonce, and the certificate', () => {
    const asked = parseTimestamp(file('good.tsr'));
    const nonce = typeof asked === 'string' ? null : asked.nonce;
    expect(nonce).not.toBeNull();
    expect(timestampRequest(body, nonce ?? Buffer.alloc(0))).toEqual(file('good.tsq'));
  });

  it('can be held against the answer before anybody trusts it', () => {
    expect(openTimestamp(file('foreign.tsr'), body)).toHaveProperty('signer');
    expect(openTimestamp(file('good.tsr'), Buffer.from('other'))).toBe('timestamp/imprint');
  });
});
