// The other thread of BundleThreads: reads bundles of a log and the tiles beside them.
import { parentPort, workerData } from 'node:worker_threads';
import { bundleChecker } from '@proofrail/core/tlog';
import type { BundleAnswer, BundleQuestion } from './bundle-threads.ts';
import { readObject } from './read-object.ts';

const check = bundleChecker((name) => Promise.resolve(readObject(workerData as string, name)));

parentPort?.on('message', (questions: readonly BundleQuestion[]) => void answer(questions));

async function answer(questions: readonly BundleQuestion[]): Promise<void> {
  const answers: BundleAnswer = await Promise.all(questions.map(({ index, width }) => check(index, width)));
  parentPort?.postMessage(answers);
}
