import { describe, expect, it } from '@jest/globals';
import { VirtualTime } from './virtual-time.ts';

describe('virtual time', () => {
  it('wakes whoever sleeps in the order of waking, and takes no real time for a day', async () => {
    const time = new VirtualTime();
    const woken: number[] = [];
    const lengths = [86_400_000, 5, 30, 5, 20, 0, 10];
    const sleep = async (milliseconds: number): Promise<void> => {
      await time.sleep(milliseconds);
      woken.push(time.now());
    };
    await time.during(Promise.all(lengths.map(sleep)));
    expect(woken).toEqual([...lengths].sort((a, b) => a - b));
  });

  it('stands still while somebody can go on', async () => {
    const time = new VirtualTime(1_000);
    const busy = async (): Promise<number> => {
      void time.sleep(1);
      for (let turn = 0; turn < 100; turn++) await null;
      return time.now();
    };
    expect(await time.during(busy())).toBe(1_000);
  });

  it('says so when nothing can ever happen any more, instead of waiting for ever', async () => {
    await expect(new VirtualTime().during(new Promise(() => undefined))).rejects.toThrow('everybody waits');
  });

  it('hands on what the work throws', async () => {
    await expect(new VirtualTime().during(Promise.reject(new Error('the work')))).rejects.toThrow('the work');
  });
});
