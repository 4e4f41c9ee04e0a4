import { afterEach, expect, it, jest } from '@jest/globals';
import type { ReadObject } from './read-object.ts';
import { PatientReads } from './patient-reads.ts';

const SILENT: ReadObject = { kind: 'unreadable', cause: 'TimeoutError', passing: true, soon: true };
const ABSENT: ReadObject = { kind: 'absent' };
const MINUTE = 60_000;

afterEach(() => void jest.restoreAllMocks());

/** Reads of a bucket that answers as `says` does, each after two minutes. */
function bucket() {
  const state = { now: 0, asked: 0, says: SILENT };
  jest.spyOn(Date, 'now').mockImplementation(() => state.now);
  const reads = new PatientReads(async () => {
    state.asked += 1;
    state.now += 2 * MINUTE;
    return state.says;
  });
  return { state, reads, all: () => Promise.all(Array.from({ length: 1000 }, (_, n) => reads.read(`v1/records/1/${n}`))) };
}

it('lets one reader at a time wait for a bucket that answers nothing: else a million of them would wait for weeks', async () => {
  const { state, reads, all } = bucket();
  expect(await reads.read('v1/x')).toEqual({ kind: 'unreadable', cause: 'TimeoutError', passing: true });
  const answers = await all();
  expect([answers.length, new Set(answers.map(({ kind }) => kind)), state.asked]).toEqual([1000, new Set(['unreadable']), 2]);
});

it('is waited for once more, and then by nobody: each further wait would take two minutes, and what was not read stays so', async () => {
  const { state, reads, all } = bucket();
  await reads.read('v1/x');
  await all();
  for (const answer of [...(await all()), await reads.read('v1/y')]) expect(answer.kind).toBe('unreadable');
  expect([state.asked, reads.isGivenUp]).toEqual([2, true]);
});

it('is given up where a listing waits in vain after such a silence, and not for one listing alone', async () => {
  const { state, reads } = bucket();
  reads.heardNothing();
  expect(reads.isGivenUp).toBe(false);
  await reads.read('v1/x');
  reads.heardNothing();
  expect((await reads.read('v1/y')).kind).toBe('unreadable');
  expect([state.asked, reads.isGivenUp]).toEqual([1, true]);
});

it('reads on as soon as the one who waits has an answer', async () => {
  const { state, reads, all } = bucket();
  await reads.read('v1/x');
  state.says = ABSENT;
  expect(await reads.read('v1/x')).toEqual(ABSENT);
  state.asked = 0;
  expect(new Set((await all()).map(({ kind }) => kind))).toEqual(new Set(['absent']));
  expect(state.asked).toBe(1000);
});
