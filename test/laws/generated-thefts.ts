import { append, store as storeRecord, type Ledger, type StreamId, type TrustFile } from '@proofrail/core/ledger';
import { sealLedger } from '@proofrail/core/seal';
import { MemoryStore } from '@proofrail/store-memory';
import { FakeTimeAuthority, FakeWitness } from '@proofrail/testkit';
import type { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { ledgerOn, record, START, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { serviceOf } from '../seal/outside-world.ts';
import { ORIGIN, sealerOn, testLogKey } from '../seal/sealed-ledger.ts';

const MINUTE = 60_000;
const STREAMS = ['7', '42'] as StreamId[];
const SIGNERS = [testSigner(), testSigner(), testSigner()]; // to make keys takes longer than all that is done with them
const logKey = testLogKey();

export interface LedgerWithThefts {
  readonly store: MemoryStore;
  readonly trust: TrustFile;
}

/** A ledger whose writers have several keys, sealed now and then with an outsider's word or without, and a trust file that says which key was stolen when. */
export async function ledgerWithThefts(random: SeededRandom): Promise<LedgerWithThefts> {
  const store = new MemoryStore();
  let now = START;
  const clock = { now: () => (now += 1) };
  const authority = new FakeTimeAuthority('time.example', { now: () => now });
  const witness = new FakeWitness('witness.example/w', logKey.key, { now: () => now });
  const ledgers = SIGNERS.map((signer) => ledgerOn(store, signer, clock));
  const moments = [now];
  for (let step = 0; step < 14; step++) {
    if (step > 0 && random.below(4) === 0) {
      const outsiders = {
        authorities: random.below(3) > 0 ? [authority] : [],
        witnesses: random.below(3) > 0 ? [{ key: witness.key, service: serviceOf(witness) }] : [],
        draw: (length: number) => new Uint8Array(length).fill(step),
      };
      await sealLedger({ ...sealerOn(store, logKey, clock), outsiders });
    } else await written(ledgers, random, step);
    moments.push(now, now + 1_000);
    now += random.below(3) * MINUTE;
  }
  const plain = trustIn(SIGNERS, null);
  const record_keys = plain.record_keys.map((key) =>
    random.below(2) === 0 ? key : { ...key, compromised_from: new Date(random.pick(moments)).toISOString() },
  );
  const outside = {
    ...(random.below(4) > 0 ? { time_authorities: [authority.entry] } : {}),
    ...(random.below(4) > 0 ? { witnesses: { at_least: 1, keys: [witness.verifierKey] } } : {}),
  };
  return { store, trust: { ...plain, origin: ORIGIN, record_keys, log_keys: [logKey.verifierKey], ...outside } };
}

/** By one writer or several at once, so that slots hold records of other keys; some only stored, for a seal or another writer to adopt. */
async function written(ledgers: readonly Ledger[], random: SeededRandom, step: number): Promise<void> {
  const stream = random.pick(STREAMS);
  const some = random.shuffled(ledgers).slice(0, 1 + random.below(ledgers.length));
  const put = random.below(5) === 0 ? storeRecord : append;
  await Promise.all(some.map(async (one, n) => put(one, stream, await record(`${stream} ${step} ${n}`, one.signer))));
}
