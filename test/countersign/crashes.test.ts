import { expect, it } from '@jest/globals';
import { FaultyStore, ProcessDied, type Fault, type StoreCall } from '@proofrail/store-memory';
import { intent, witnessedLedger } from '../ledger/witnessed-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';
import { erase, sealingDesk, verdict } from './sealing-desk.ts';

const HOUR = 3_600_000;
const STEP = inRequiredRun(1, 7);

const original = witnessedLedger();
for (let n = 0; n < 2; n++) await original.log().append(intent());

/** Records by keys of their run, and a sealer that meets a fault at one of its requests. */
async function sealedThrough(fault: Fault, number: number) {
  const one = { ...original, store: original.store.copy(), attachments: original.attachments.copy() };
  // A read that fails is no crash: the seal notes for ever what it could not read.
  const isMet = ({ operation }: StoreCall) => fault !== 'lost-after' || operation === 'create';
  const store = new FaultyStore(one.store, (call) => (call.number === number && isMet(call) ? fault : null));
  const desk = sealingDesk(one);
  const faulty = sealingDesk({ ...one, store }, desk.signer, desk.log);
  const ended = await faulty.seal().then(
    () => 'sealed',
    (cause: unknown) => (cause instanceof ProcessDied ? 'died' : `failed: ${String(cause)}`),
  );
  return { one, desk, ended, requests: store.calls };
}

it('whoever dies while sealing and countersigning, at whatever request, is followed by a sealer that leaves nothing out', async () => {
  const { requests } = await sealedThrough('die-after', 0);
  expect(requests).toBeGreaterThan(30);
  for (const fault of ['die-sent', 'die-after', 'lost-after'] as const) {
    for (let number = 1; number <= requests; number += STEP) {
      const { one, desk, ended } = await sealedThrough(fault, number);
      expect([fault, number, ended]).not.toEqual([fault, number, expect.stringMatching(/^failed: EngineError/)]);
      expect((await desk.seal({}, SEAL_TIME + HOUR)).refused).toEqual([]);
      expect([fault, number, ...verdict(await desk.verify())]).toEqual([fault, number, 'allow', []]);
      erase(one);
      expect([fault, number, ...verdict(await desk.verify())]).toEqual([fault, number, 'allow', []]);
    }
  }
});
