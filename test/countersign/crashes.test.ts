import { expect, it } from '@jest/globals';
import { FaultyStore, ProcessDied, type Fault, type StoreCall } from '@proofrail/store-memory';
import { testSigner } from '../ledger/small-ledger.ts';
import { intent, witnessedLedger, type WitnessedLedger } from '../ledger/witnessed-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { erase, sealingDesk, verdict } from './sealing-desk.ts';

const HOUR = 3_600_000;
const STEP = inRequiredRun(1, 7);

const keys = [testSigner(), testLogKey()] as const;
const unsealed = witnessedLedger();
for (let n = 0; n < 2; n++) await unsealed.log().append(intent());
const sealed = witnessedLedger();
await sealed.log().append(intent());
await sealingDesk(sealed, ...keys).seal();
await sealed.log().append(intent());

/** Records by keys of their run, and a sealer that meets a fault at one of its requests. */
async function sealedThrough(original: WitnessedLedger, fault: Fault, number: number) {
  const one = { ...original, store: original.store.copy(), attachments: original.attachments.copy() };
  // A read that fails is no crash: the seal notes for ever what it could not read.
  const isMet = ({ operation }: StoreCall) => fault !== 'lost-after' || operation === 'create';
  const store = new FaultyStore(one.store, (call) => (call.number === number && isMet(call) ? fault : null));
  const desk = sealingDesk(one, ...keys);
  const faulty = sealingDesk({ ...one, store }, desk.signer, desk.log);
  const ended = await faulty.seal({}, SEAL_TIME + HOUR).then(
    () => 'sealed',
    (cause: unknown) => (cause instanceof ProcessDied ? 'died' : `failed: ${String(cause)}`),
  );
  return { one, desk, ended, requests: store.calls };
}

it.each([
  ['a ledger that was never sealed', unsealed],
  ['one of which the receipts were countersigned before', sealed],
])('whoever dies over %s, at whatever request, is followed by a sealer that leaves nothing out', async (_, original) => {
  const { requests } = await sealedThrough(original, 'die-after', 0);
  expect(requests).toBeGreaterThan(30);
  for (const fault of ['die-sent', 'die-after', 'lost-after'] as const) {
    for (let number = 1; number <= requests; number += STEP) {
      const { one, desk, ended } = await sealedThrough(original, fault, number);
      expect([fault, number, ended]).not.toEqual([fault, number, expect.stringMatching(/^failed: EngineError/)]);
      expect((await desk.seal({}, SEAL_TIME + 2 * HOUR)).refused).toEqual([]);
      expect([fault, number, ...verdict(await desk.verify())]).toEqual([fault, number, 'allow', []]);
      erase(one);
      expect([fault, number, ...verdict(await desk.verify())]).toEqual([fault, number, 'allow', []]);
    }
  }
});
