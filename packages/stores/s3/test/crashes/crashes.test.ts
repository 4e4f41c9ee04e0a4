import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { seededRandom, type S3Call, type S3Fault } from '@proofrail/testkit';
import { inRequiredRun } from '../../../../../test/required-run.ts';
import { record, testSigner, trustIn } from '../../../../../test/ledger/small-ledger.ts';
import { LedgerInFakeS3, type Run, type Writer, type WriterScript } from './ledger-in-fake-s3.ts';

/** Crash table of ledger.md 4.4, one request at a time: before it is sent, after it took effect, and when it lands after the next. */
const DEATHS: readonly S3Fault[] = ['dies-before', 'dies-after', 'dies-late'];
const MISHAPS: readonly S3Fault[] = ['lost-request', 'lost-answer', 'late', 'conflict', 'slow-down', 'error-after'];

const signer = testSigner();
const [LAST, ...RECORDS] = await Promise.all(Array.from({ length: 33 }, (_, n) => record(n, signer)));
const ledger = await LedgerInFakeS3.start(16, signer);
afterAll(() => ledger.close());
jest.setTimeout(inRequiredRun(900_000, 120_000)); // some 500 runs of two writers, each of some 30 requests

const never: WriterScript = () => null;
const at =
  (number: number, fault: S3Fault): WriterScript =>
  (call) =>
    call.ofSender === number ? possible(fault, call) : null;
/** A conflict is an answer to writes alone. */
const possible = (fault: S3Fault, { operation }: S3Call): S3Fault | null =>
  fault === 'conflict' && operation !== 'PutObject' ? null : fault;

const run = (scripts: readonly WriterScript[], seed: number, each = 1): Promise<Run> => {
  const writers = scripts.map((script, index): Writer => ({ records: RECORDS.slice(index * each, (index + 1) * each), script }));
  return ledger.run(writers, seededRandom(seed).fraction, LAST as Uint8Array);
};

/** What every run must leave behind, whatever happened in it. */
async function expectNothingLost({ acknowledged, failed, keys, disk }: Run): Promise<void> {
  const slots = keys.filter((key) => key.includes('/segments/')).map((key) => Number(key.slice(-16)));
  expect(slots).toEqual(slots.map((_, index) => index + 1));
  const answer = await verifyLedger(disk, { trust: trustIn([signer], null), receipts: acknowledged });
  // Every receipt holds, nothing is twice, and the healthy writer adopted whatever was stored.
  expect(answer.outcome).toBe('allow');
  const announced = answer.findings.filter(({ code }) => code === 'pointer/no-record'); // all that is left of a writer
  expect(answer.findings).toEqual(announced);
  expect(announced.length).toBeLessThanOrEqual(failed.length);
  const under = (area: string): number => keys.filter((key) => key.includes(`/${area}/`)).length;
  expect(answer.streams).toMatchObject([{ verified: under('records'), pointers: under('by') }]);
  expect(new Set(acknowledged.map((one) => one.record)).size).toBe(acknowledged.length);
}

/** Every `step`th of them; all of them where everything is required. */
const sampled = <T>(cases: readonly T[], step: number): readonly T[] =>
  cases.filter((_, index) => index % inRequiredRun(1, step) === 0);

const requestsOf = async (scripts: readonly WriterScript[], each: number): Promise<number> =>
  Math.max(...(await run(scripts, 1, each)).requests);

describe('a ledger in the fake S3, whose requests go wrong', () => {
  it('keeps everything when one writer meets any mishap at any request', async () => {
    const requests = await requestsOf([never], 2);
    expect(requests).toBeGreaterThan(8);
    for (const { number, fault } of sampled(boundaries(requests, MISHAPS), 7)) {
      const result = await run([at(number, fault)], number, 2);
      expect(result.failed).toEqual([]);
      await expectNothingLost(result);
    }
  });

  it('keeps everything when two writers die, each at any request, before it, after it, or with it still on its way', async () => {
    const requests = (await requestsOf([never, never], 1)) + 4; // whoever loses a slot sends as many more
    const deaths = boundaries(requests, DEATHS).map(({ number, fault }) => at(number, fault));
    const scripts = [never, ...deaths];
    const pairs = scripts.flatMap((first, index) => scripts.slice(index).map((second) => [first, second])); // they are alike
    const chosen = sampled(pairs, 29);
    let died = 0;
    for (const [seed, pair] of chosen.entries()) {
      const result = await run(pair, seed);
      expect(result.failed.every((outcome) => outcome === 'unavailable')).toBe(true);
      died += result.failed.length;
      await expectNothingLost(result);
    }
    expect(died).toBeGreaterThan(chosen.length / 2);
  });

  it('keeps everything when sixteen writers meet mishaps and deaths at random', async () => {
    for (const seed of sampled([...Array(12).keys()], 12)) {
      const random = seededRandom(seed);
      const unlucky: WriterScript = (call) => {
        const chance = random.fraction();
        if (chance < 0.05) return possible(random.pick(MISHAPS), call);
        return chance < 0.06 ? random.pick(DEATHS) : null;
      };
      const result = await run(Array<WriterScript>(16).fill(unlucky), seed);
      expect(result.acknowledged.length).toBeGreaterThan(8);
      await expectNothingLost(result);
    }
  });

  it('asked for nothing that the fake does not model', () => {
    expect(ledger.server.unmodelled()).toEqual([]);
  });
});

interface Boundary {
  readonly number: number;
  readonly fault: S3Fault;
}

function boundaries(requests: number, faults: readonly S3Fault[]): readonly Boundary[] {
  return Array.from({ length: requests }, (_, index) => faults.map((fault) => ({ number: index + 1, fault }))).flat();
}
