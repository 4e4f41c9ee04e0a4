import { expect, it } from '@jest/globals';
import { parseKey } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { UnavailableError } from '@proofrail/core/outcomes';
import { FakeIssuer } from '@proofrail/testkit';
import { codes, START } from '../ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger } from '../ledger/witnessed-ledger.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';
import { erase, publishing, sealingDesk } from './sealing-desk.ts';

const HOUR = 3_600_000;
const platform = ({ streams }: Verification) => streams.find(({ stream }) => stream === OWN)?.platform;

it('a record by a key of one run outlives its token, because the sealer saw it verify', async () => {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  expect(await desk.seal()).toMatchObject({ countersigned: 1, refused: [], issuers: [{ keys: 1, why: null }] });
  const whole = await desk.verify();
  expect([whole.outcome, codes(whole), platform(whole)]).toMatchObject(['allow', [], { verified: 1, countersigned: 0 }]);
  erase(one);
  const answer = await desk.verify();
  expect([answer.outcome, codes(answer)]).toEqual(['allow', []]);
  expect(platform(answer)).toMatchObject({ verified: 0, countersigned: 1, unverified: 0, why: [] });
  expect(answer.streams.find(({ stream }) => stream === OWN)?.verified).toBe(1);
});

it('without a countersignature an erased token takes the proof with it, as ever', async () => {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  erase(one);
  const sealed = await desk.seal();
  expect(sealed).toMatchObject({ countersigned: 0, refused: [{ stream: OWN, why: 'token/erased' }] });
  const answer = await desk.verify();
  expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/signature', 'record/signature']]);
  expect(platform(answer)).toMatchObject({ countersigned: 0, why: [{ code: 'token/erased', records: 1 }] });
});

it('countersigns each receipt once, records keys only when they changed, and goes on sealing', async () => {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  const first = await desk.seal();
  expect(first.issuers[0]?.recorded).toMatch(/^sha256:/);
  await one.log().append(intent());
  const written = one.store.keys();
  expect(await desk.seal({}, SEAL_TIME + HOUR)).toMatchObject({ countersigned: 1, issuers: [{ keys: 1, recorded: null }] });
  const kinds = one.store.keys().filter((key) => !written.includes(key) && !key.startsWith('v1/seals/'));
  expect(kinds.map((key) => parseKey(key)?.kind)).toEqual(['countersignature']);
  const rotated = new FakeIssuer({ kid: 'fake-key-2', now: () => START });
  const third = await desk.seal({ issuers: [publishing(rotated)] }, SEAL_TIME + 2 * HOUR);
  expect(third.issuers[0]?.recorded).toMatch(/^sha256:/);
  expect((await desk.verify()).outcome).toBe('allow'); // the tokens are older than the fetch that no longer named their key
});

it('seals what there is to seal when the issuer is down, has no keys, or the ledger takes no record, and says so', async () => {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  const detail = { expected: 'an answer', found: 'none', at: 'issuer', doThis: 'wait' };
  const issuers = [
    { issuer: 'https://down.example', keySet: () => Promise.reject(new UnavailableError('issuer/unavailable', detail)) },
    { issuer: 'https://empty.example', keySet: () => Promise.resolve(Buffer.from('{"keys":[]}')) },
    { issuer: 'https://html.example', keySet: () => Promise.resolve(Buffer.from('<html>')) },
  ];
  const sealed = await desk.seal({ issuers });
  expect([sealed.plan.n, sealed.countersigned, sealed.refused]).toEqual([1, 0, []]);
  expect(sealed.issuers.map(({ why }) => why)).toEqual(['issuer/unavailable', 'issuer/no-keys', 'json/unexpected-character']);
  const append = () => Promise.reject(new UnavailableError('ledger/no-answer', detail));
  const silent = await desk.seal({ evidence: { ...desk.countersigner.evidence, append } }, SEAL_TIME + HOUR);
  expect([silent.plan.n, silent.issuers[0]?.why]).toEqual([2, 'ledger/no-answer']);
});

it('verifies nothing for whom no trust file names a sealer', async () => {
  const one = witnessedLedger();
  await one.log().append(intent());
  const desk = sealingDesk(one);
  await desk.seal();
  erase(one);
  const answer = await verifyLedger(one.store, {
    trust: { ...desk.plain, issuer_keys: [one.issuer.issuerKey] },
    attachments: one.attachments,
  });
  expect(answer.outcome).toBe('tampered');
});

it('records no keys in a ledger that nobody wrote to: its name is mistyped', async () => {
  const one = witnessedLedger();
  await expect(sealingDesk(one).seal()).rejects.toMatchObject({ code: 'seal/nothing' });
  expect(one.store.keys()).toEqual([]);
});
