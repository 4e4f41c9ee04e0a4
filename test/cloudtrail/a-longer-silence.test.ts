import { expect, it } from '@jest/globals';
import { filesOf, WatchedLedger } from './watched-ledger.ts';

// Whoever accepts that an hour is missing accepts that hour. What is removed beside it later is another finding.

const hours = (ledger: WatchedLedger, count: number): WatchedLedger => {
  for (let hour = 0; hour < count; hour += 1) ledger.hour();
  return ledger;
};

const digestsOf = ({ trail }: WatchedLedger): string[] => [...trail.signatures.keys()].sort();

/** Digests of what is found, in a bucket, which keeps the signature of each file. */
async function found(ledger: WatchedLedger): Promise<string[]> {
  const { trail } = ledger;
  const { findings } = await ledger.verify({}, { files: filesOf(trail, [...trail.signatures.keys()]) });
  return findings.map(({ digest }) => digest);
}

const remove = (ledger: WatchedLedger, ...indexes: number[]): void => {
  const keys = digestsOf(ledger);
  for (const index of indexes) ledger.trail.files.delete(keys[index] ?? '');
};

const garble = (ledger: WatchedLedger, index: number): void => {
  ledger.trail.files.set(digestsOf(ledger)[index] ?? '', Buffer.from('no digest'));
};

function switchedOff(): WatchedLedger {
  const ledger = hours(new WatchedLedger().write('v1/records/42/1'), 5);
  ledger.trail.switchOff(3);
  return hours(ledger, 5);
}

const whole = (): WatchedLedger => hours(new WatchedLedger().write('v1/records/42/1'), 9);

it.each([
  ['a time in which logging was off', switchedOff, () => undefined, [3, 4]],
  ['a digest that is missing', whole, (ledger: WatchedLedger) => remove(ledger, 5), [3, 4]],
  ['a digest that is none', whole, (ledger: WatchedLedger) => garble(ledger, 5), [3, 4]],
  ['a digest that is none, and the one after it', whole, (ledger: WatchedLedger) => garble(ledger, 5), [6]],
])('%s, accepted once, does not cover the hours before it that are removed later', async (_, made, harm, removed) => {
  const ledger = made();
  harm(ledger);
  const accepted = await found(ledger);
  expect(accepted).not.toEqual([]);
  expect(await found(ledger)).toEqual(accepted);
  remove(ledger, ...removed);
  expect((await found(ledger)).filter((digest) => !accepted.includes(digest))).not.toEqual([]);
});
