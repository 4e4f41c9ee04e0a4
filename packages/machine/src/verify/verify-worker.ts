// The thread of one whole verification: it keeps the count, other threads read and check signatures.
import { parentPort, workerData } from 'node:worker_threads';
import type { Progress, Verification } from '@proofrail/core/verification';
import { failureMessage } from './failure-message.ts';
import { openPlace } from './thread-place.ts';
import type { VerifyAnswer, VerifyWorkerData } from './verify-in-parallel.ts';
import { verifyWithTeam } from './verify-with-team.ts';

const PAUSE = 100; // milliseconds between two words about progress: nobody reads faster

const data = workerData as VerifyWorkerData;
const say = (answer: VerifyAnswer): void => parentPort?.postMessage(answer);

say(
  await verified(data).then(
    (verification) => ({ kind: 'verification', verification }),
    (cause: unknown) => ({ kind: 'failure', failure: failureMessage(cause) }),
  ),
);

function sayNowAndThen(): (progress: Progress) => void {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now < next && progress.checked < progress.total) return;
    next = now + PAUSE;
    say({ kind: 'progress', progress });
  };
}

async function verified({ ledger: place, attachments: besides, trust, options }: VerifyWorkerData): Promise<Verification> {
  const [ledger, attachments] = await Promise.all([openPlace(place), besides === null ? null : openPlace(besides)]);
  return verifyWithTeam(ledger, {
    ...options,
    ...(trust === null ? {} : { trust }),
    ...(attachments === null ? {} : { attachments }),
    onProgress: sayNowAndThen(),
  });
}
