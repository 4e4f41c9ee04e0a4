import { expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { inRequiredRun } from '../required-run.ts';
import { InterleavedStore } from './interleaved-store.ts';
import { COMMIT, OTHER_COMMIT, releasesOn } from './releases.ts';

const SEEDS = inRequiredRun(300, 40);

it(`nobody who writes while others verify is accused, in ${SEEDS} orders of requests`, async () => {
  let [verified, whileWriting, pointers] = [0, 0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const store = new InterleavedStore(new MemoryStore(), seed);
    const releases = releasesOn(store);
    let writing = true;
    const write = async (commit: string): Promise<void> => {
      await releases.decide('allow', commit);
      await releases.archive(commit);
      await releases.decide('deny', commit);
    };
    const verify = async (): Promise<void> => {
      while (writing) {
        const { outcome, findings, streams } = await verifyLedger(store, { trust: releases.trust });
        if (outcome !== 'invalid')
          expect([seed, outcome, findings.filter(({ kind }) => kind !== 'pending')]).toEqual([seed, 'allow', []]);
        verified += 1;
        if (writing) whileWriting += 1;
        pointers += streams[0]?.pointers ?? 0;
      }
    };
    const watched = verify();
    await Promise.all([write(COMMIT), write(OTHER_COMMIT)]);
    writing = false;
    await watched;
    const whole = await verifyLedger(store, { trust: releases.trust });
    expect([whole.outcome, whole.findings, whole.streams[0]?.pointers]).toEqual(['allow', [], 12]);
  }
  console.log(`${verified} verifications, ${whileWriting} of them over before the writers were; ${pointers} pointers read`);
  expect(whileWriting).toBeGreaterThan(SEEDS);
});
