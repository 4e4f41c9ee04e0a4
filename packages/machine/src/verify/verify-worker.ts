// The thread of one whole verification: it keeps the count, other threads read and check signatures.
import { workerData } from 'node:worker_threads';
import type { Progress, Verification } from '@proofrail/core/verification';
import { openPlace } from './thread-place.ts';
import { threadProgram } from './thread-program.ts';
import type { VerifyWorkerData } from './verify-in-parallel.ts';
import { verifyWithTeam } from './verify-with-team.ts';

const PAUSE = 100; // milliseconds between two words about progress: nobody reads faster

await threadProgram<Verification, Progress>((say) => verified(workerData as VerifyWorkerData, nowAndThen(say)));

function nowAndThen(say: (progress: Progress) => void): (progress: Progress) => void {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now < next && progress.checked < progress.total) return;
    next = now + PAUSE;
    say(progress);
  };
}

async function verified(
  { ledger: place, attachments: besides, trust, options }: VerifyWorkerData,
  onProgress: (progress: Progress) => void,
): Promise<Verification> {
  const [ledger, attachments] = await Promise.all([openPlace(place), besides === null ? null : openPlace(besides)]);
  return verifyWithTeam(ledger, {
    ...options,
    ...(trust === null ? {} : { trust }),
    ...(attachments === null ? {} : { attachments }),
    onProgress,
  });
}
