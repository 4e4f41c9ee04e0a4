import { describe, expect, it } from '@jest/globals';
import { parseEnvelope, sealEnvelope } from '@proofrail/core/canonical';
import { digestChecker } from '@proofrail/core/gate';
import {
  append,
  attachmentKey,
  parseKey,
  platformKey,
  putPlatformReceipt,
  readStream,
  type StreamId,
} from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { FakeIssuer } from '@proofrail/testkit';
import { bytesOf, codes, record, START, testSigner } from './small-ledger.ts';
import { intent, OWN, unwitnessed, witnessedLedger, type WitnessedLedger } from './witnessed-ledger.ts';

const platform = (answer: Verification) => answer.streams.map((stream) => stream.platform);
const receiptKeys = ({ store }: WitnessedLedger): ObjectKey[] => store.keys().filter((key) => parseKey(key)?.kind === 'platform');

describe('a key that lives for one run', () => {
  it('counts through the platform that names it and the record, and verification says which run that was', async () => {
    const one = witnessedLedger();
    await one.log().append(intent());
    await one.log().append(intent());
    const answer = await one.verify();
    expect([answer.outcome, codes(answer), answer.streams[0]?.verified]).toEqual(['allow', [], 2]);
    expect(platform(answer)).toMatchObject([{ verified: 2, countersigned: 0, unverified: 0, none: 0, why: [] }]);
    expect(answer.streams[0]?.platform.by).toEqual([
      {
        repository_id: '700001',
        job_workflow_ref: 'acme/payments/.github/workflows/gate.yml@refs/heads/main',
        runner_environment: 'github-hosted',
        run_ids: ['9000001'],
        records: 2,
      },
    ]);
  });

  it.each([
    ['another workflow of the repository', { job_workflow_ref: 'acme/payments/.github/workflows/evil.yml@refs/heads/main' }],
    ['the same workflow on another branch', { job_workflow_ref: 'acme/payments/.github/workflows/gate.yml@refs/pull/7/merge' }],
  ])('counts for nothing in %s', async (_, claims) => {
    const one = witnessedLedger({ claims });
    await one.log().append(intent());
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    const job_workflow_ref = [claims.job_workflow_ref];
    expect((await one.verify({ run_keys: [{ ...one.issuer.runRule, job_workflow_ref }] })).outcome).toBe('allow');
  });

  it('counts on another runner or at another commit only where the trust file lets it', async () => {
    const one = witnessedLedger({ claims: { runner_environment: 'self-hosted' } });
    await one.log().append(intent());
    const admitting = async (change: object) =>
      (await one.verify({ run_keys: [{ ...one.issuer.runRule, ...change } as never] })).outcome;
    expect(await admitting({})).toBe('allow');
    expect(await admitting({ runner_environment: 'self-hosted', job_workflow_sha: ['2'.repeat(40)] })).toBe('allow');
    expect(await admitting({ runner_environment: 'github-hosted' })).toBe('tampered');
    expect(await admitting({ job_workflow_sha: ['3'.repeat(40)] })).toBe('tampered');
    expect(await admitting({ repository_id: '700002' })).toBe('tampered');
  });

  it('signs no record but those that the platform names', async () => {
    const one = witnessedLedger();
    await one.log().append(intent());
    await append(one.ledger, OWN, await record('unnamed', one.signer));
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    expect(platform(answer)).toMatchObject([{ verified: 1, none: 1 }]);
  });

  it('signs no slot that holds none of its own records', async () => {
    const one = witnessedLedger();
    const { receipt } = await one.log().append(intent());
    const stranger = testSigner();
    const key = one.store.keys().find((each) => parseKey(each)?.kind === 'slot') as ObjectKey;
    const { payload, payloadType } = parseEnvelope(await bytesOf(one.store, key), key);
    one.store.replace(key, await sealEnvelope(payloadType, payload, stranger));
    expect([receipt.slot, codes(await one.verify())]).toEqual([1, ['slot/signature']]);
  });

  it('counts without its token no longer: whose key it was, nobody can say then', async () => {
    const one = witnessedLedger();
    await one.log().append(intent());
    const answer = await verifyLedger(one.store, { trust: one.trust });
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    expect(answer.findings[1]?.detail).toContain('token/no-attachments');
    expect(platform(answer)).toMatchObject([{ unverified: 1, why: [{ code: 'token/no-attachments', records: 1 }] }]);
  });

  it('vouches for no record in the stream of another repository', async () => {
    const one = witnessedLedger();
    await expect(one.log('700002' as StreamId).append(intent())).rejects.toMatchObject({ code: 'token/repository' });
    expect([one.store.keys(), one.attachments.keys()]).toEqual([[], []]);
    await one.log(`${OWN}-pr` as StreamId).append(intent());
    expect((await one.verify()).outcome).toBe('allow');
  });

  it('is taken by whoever reads records as by whoever verifies them', async () => {
    const one = witnessedLedger();
    await one.log().append(intent());
    const { store, trust, attachments, signer } = one;
    const read = [];
    for await (const each of readStream(store, OWN, { trust, attachments })) read.push(each.signedBy);
    expect(read).toEqual([[signer.keyId]]);
    await expect(digestChecker({ store, trust, attachments: null, acceptGiven: true })).rejects.toMatchObject({
      code: 'ledger/finding',
    });
    await expect(digestChecker({ store, trust, attachments, acceptGiven: true })).resolves.toBeDefined();
  });
});

describe('a forger', () => {
  it('who makes token, JWKS and record with one home-made key is refused', async () => {
    const forger = new FakeIssuer({ now: () => START }); // same issuer, same key id
    const one = witnessedLedger({ forger });
    await one.log().append(intent());
    await one.attachments.create('v1/attachments/700001/jwks' as ObjectKey, Buffer.from(JSON.stringify({ keys: [forger.jwk] })));
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
    expect(answer.findings[1]?.detail).toContain('platform: unverified (token/signature)');
    expect(platform(answer)).toMatchObject([{ verified: 0, unverified: 1, why: [{ code: 'token/signature', records: 1 }] }]);
    // The same without the anchor: the forger's own key in the trust file, as a JWKS read from the ledger would be.
    expect((await one.verify({ issuer_keys: [forger.issuerKey] })).outcome).toBe('allow');
  });

  it('gets no record counted by the receipt of another', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    const first = await one.log().append(intent());
    const second = await one.log().append(intent());
    const [from, to] = [first, second].map(({ receipt }) => platformKey(OWN, receipt.record)) as [ObjectKey, ObjectKey];
    one.store.replace(to, await bytesOf(one.store, from));
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['platform/receipt']]);
    expect(platform(answer)).toMatchObject([{ verified: 1, unverified: 1 }]);
  });

  it('cannot change a bit of a receipt unseen, nor put claims into it that the token does not have', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    const [key] = receiptKeys(one) as [ObjectKey];
    const bytes = await bytesOf(one.store, key);
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      one.store.replace(key, changed);
      expect([bit, codes(await one.verify())]).toEqual([bit, ['platform/receipt']]);
    }
    const { payload, payloadType } = parseEnvelope(bytes, key);
    const lie = Buffer.from(payload).toString().replace('"run_attempt":"1"', '"run_attempt":"2"');
    one.store.replace(key, await sealEnvelope(payloadType, Buffer.from(lie), one.signer));
    const answer = await one.verify();
    expect([codes(answer), answer.findings[0]?.detail]).toEqual([
      ['platform/receipt'],
      'It is not the receipt that belongs to the record: it says other than its token.',
    ]);
  });

  it('does not get away with taking a receipt: the record says that it had one', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    for (const key of receiptKeys(one)) one.store.remove(key);
    expect(codes(await one.verify())).toEqual(['platform/missing']);
  });

  it('cannot lend the platform to a record that says it has none', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    const { receipt } = await unwitnessed(one.ledger).append(intent());
    const bytes = await bytesOf(one.store, `v1/records/${OWN}/${receipt.record_name}` as ObjectKey);
    const tokens = { tokenFor: (audience: string) => Promise.resolve(one.issuer.token(audience)) };
    await putPlatformReceipt(one.ledger, OWN, bytes, { tokens, attachments: one.attachments, runKey: null });
    const answer = await one.verify();
    expect([codes(answer), platform(answer)]).toMatchObject([['platform/unclaimed'], [{ verified: 0, none: 1 }]]);
  });
});

describe('a lasting key', () => {
  it('goes on counting when the token is erased: that is told, and no tampering', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    expect(platform(await one.verify())).toMatchObject([{ verified: 1 }]);
    for (const key of one.attachments.keys()) one.attachments.remove(key);
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['allow', []]);
    expect(platform(answer)).toMatchObject([{ verified: 0, unverified: 1, why: [{ code: 'token/erased', records: 1 }] }]);
  });

  it('goes on counting when somebody changes the token: attachments have no lock', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    for (const key of one.attachments.keys()) one.attachments.replace(key, one.issuer.token('another'));
    const answer = await one.verify();
    expect([answer.outcome, platform(answer)[0]?.why]).toEqual(['allow', [{ code: 'token/altered', records: 1 }]]);
  });

  it('says of its records that no platform vouches for them where none does: that is never left out', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    const { record } = await unwitnessed(one.ledger).append(intent());
    expect(record).toMatchObject({ evidence: { platform_receipt: 'none' } });
    expect(platform(await one.verify())).toMatchObject([{ verified: 0, unverified: 0, none: 1 }]);
  });

  it('gets nothing verified without a trust file', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    const answer = await verifyLedger(one.store, { attachments: one.attachments });
    expect(platform(answer)).toMatchObject([{ verified: 0, unverified: 1, why: [{ code: 'token/no-trust', records: 1 }] }]);
  });
});

describe('the order of writing', () => {
  it('leaves a receipt without a record when the writer dies between them, and never the reverse', async () => {
    const one = witnessedLedger({ key: 'lasting' });
    await one.log().append(intent());
    const bytes = await record('never stored', one.signer);
    const tokens = { tokenFor: (audience: string) => Promise.resolve(one.issuer.token(audience)) };
    await putPlatformReceipt(one.ledger, OWN, bytes, { tokens, attachments: one.attachments, runKey: null });
    const answer = await one.verify();
    expect([answer.outcome, codes(answer)]).toEqual(['allow', ['platform/no-record']]);
  });

  it('stores nothing when the platform gives a token for something else, or none', async () => {
    const one = witnessedLedger({ claims: { aud: 'sts.amazonaws.com' } });
    await expect(one.log().append(intent())).rejects.toMatchObject({ code: 'token/audience' });
    expect([one.store.keys(), one.attachments.keys()]).toEqual([[], []]);
  });
});

it('no name enters the ledger: they are in the token, which can be erased', async () => {
  const one = witnessedLedger({ claims: { environment: 'ada@example.org', ref: 'refs/heads/ada@example.org' } });
  await one.log().append(intent());
  const payloads = await Promise.all(
    one.store.keys().map(async (key) => Buffer.from(parseEnvelope(await bytesOf(one.store, key), key).payload).toString()),
  );
  expect(payloads.filter((payload) => /acme|octocat|ada@/.test(payload))).toEqual([]);
  const [token] = one.attachments.keys();
  expect(Buffer.from(await bytesOf(one.attachments, token as ObjectKey)).toString('latin1')).toMatch(/^ey/);
  expect(token).toMatch(/^v1\/attachments\/700001\/[0-9a-f]{64}$/);
  expect(attachmentKey(OWN, `sha256:${String(token).slice(-64)}` as never)).toBe(token);
});
