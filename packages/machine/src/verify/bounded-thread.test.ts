import { expect, it } from '@jest/globals';
import { inBoundedThread } from './bounded-thread.ts';

const program = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

/** Keeps so many megabytes and says how many its thread may have. */
const KEEPS = `
  import { parentPort, resourceLimits, workerData } from 'node:worker_threads';
  const kept = [];
  for (let n = 0; n < workerData.megabytes; n++) kept.push(new Array(1 << 17).fill(n + 0.5));
  parentPort.postMessage({ kind: 'result', result: [kept.length, resourceLimits.maxOldGenerationSizeMb] });`;

const keeping = (megabytes: number) =>
  inBoundedThread(program(KEEPS), { data: { megabytes }, isAtBucket: true }, () => undefined);

it('what does not find room is done once more with more of it', async () => {
  expect(await keeping(10)).toEqual([10, 160]);
  expect(await keeping(220)).toEqual([220, 4_096]);
});

it('a second thread is handed ports of its own, and another mistake is not tried again', async () => {
  const { port1, port2 } = new MessageChannel();
  const again = new MessageChannel();
  const asks = `${KEEPS.replace('kept.length', 'workerData.port !== undefined')}`;
  const renewed = async () => ({ data: { megabytes: 220, port: again.port1 }, transferList: [again.port1], isAtBucket: true });
  const work = { data: { megabytes: 220, port: port1 }, transferList: [port1], isAtBucket: true, renewed };
  expect(await inBoundedThread(program(asks), work as never, () => undefined)).toEqual([true, 4_096]);
  for (const port of [port2, again.port2]) port.close();

  let renewals = 0;
  const broken = { data: null, isAtBucket: false, renewed: () => Promise.reject(new Error(String((renewals += 1)))) };
  await expect(inBoundedThread(program('throw new TypeError("of undefined")'), broken, () => undefined)).rejects.toMatchObject({
    code: 'ledger/inspector',
  });
  expect(renewals).toBe(0);
});
