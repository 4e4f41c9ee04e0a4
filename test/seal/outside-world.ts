import type { TrustFile } from '@proofrail/core/ledger';
import { append } from '@proofrail/core/ledger';
import { sealLedger, type Outsiders, type Sealed } from '@proofrail/core/seal';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectKey, Witness } from '@proofrail/core/ports';
import type { MemoryStore } from '@proofrail/store-memory';
import { FakeTimeAuthority, FakeWitness } from '@proofrail/testkit';
import { ledgerOn, record, sevenRecords, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { ORIGIN, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

export const logKey = testLogKey();

/** As over HTTP, without it; `down`: whose requests get lost. */
export const serviceOf = (witness: FakeWitness, isDown = () => false): Witness => ({
  name: witness.key.name,
  async addCheckpoint(request) {
    const lost = { expected: 'an answer', found: 'none', at: witness.key.name, doThis: 'Ask again.' };
    if (isDown()) throw new UnavailableError('witness/unavailable', lost);
    const { status, body } = await witness.addCheckpoint(Buffer.from(request).toString());
    if (status === 200) return { kind: 'cosigned', lines: Buffer.from(body) };
    if (status === 409) return { kind: 'conflict', size: Number(body) };
    throw new UnavailableError('witness/unavailable', { ...lost, found: String(status) });
  },
});

/** Seven records, and a world outside with a clock of its own: one time authority and three witnesses, of whom two have to cosign. */
export async function outsideWorld() {
  const { store, signer, trust: plain } = await sevenRecords();
  let now = SEAL_TIME + 2_000;
  const clock = { now: () => now };
  const authority = new FakeTimeAuthority('time.example', clock);
  const witnesses = ['a', 'b', 'c'].map((name) => new FakeWitness(`witness.example/${name}`, logKey.key, clock));
  const down = new Set<FakeWitness>();
  const outsiders: Outsiders = {
    authorities: [authority],
    witnesses: witnesses.map((one) => ({ key: one.key, service: serviceOf(one, () => down.has(one)) })),
    draw: (length) => new Uint8Array(length).fill(7),
  };
  const trust: TrustFile = {
    ...plain,
    origin: ORIGIN,
    log_keys: [logKey.verifierKey],
    time_authorities: [authority.entry],
    witnesses: { at_least: 2, keys: witnesses.map(({ verifierKey }) => verifierKey) },
  };
  const seal = (at: number, by = outsiders): Promise<Sealed> => {
    now = at + 2_000;
    return sealLedger({ ...sealerOn(store, logKey, tickingClock(at)), outsiders: by });
  };
  const grow = async (at: number) => append(ledgerOn(store, signer, tickingClock(at)), STREAM, await record(`at ${at}`, signer));
  return { store, plain, trust, authority, witnesses, down, seal, grow };
}

export const outsideKeys = (store: MemoryStore): ObjectKey[] => store.keys().filter((key) => /\.(tsr|wit)\//.test(key));
