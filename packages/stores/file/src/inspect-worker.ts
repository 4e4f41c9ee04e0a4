// One thread of WorkerInspector: reads objects of a folder and checks their signatures.
import { parentPort, workerData } from 'node:worker_threads';
import { inspectorOf, Vouching, type Inspector } from '@proofrail/core/ledger';
import { FileStore } from './file-store.ts';
import type { InspectAnswer, InspectQuestion, InspectWorkerData } from './worker-inspector.ts';

const { directory, attachments, trust } = workerData as InspectWorkerData;
const ledger = await FileStore.open(directory);
const tokens = attachments === null ? null : await FileStore.open(attachments);
const inspector = inspectorOf(ledger, trust === null ? null : new Vouching(trust, ledger, tokens));

parentPort?.on('message', (question: InspectQuestion) => void answer(question));

async function answer(question: InspectQuestion): Promise<void> {
  parentPort?.postMessage(await inspected(question));
}

async function inspected(question: InspectQuestion): Promise<InspectAnswer> {
  try {
    return { id: question.id, answers: await ask(inspector, question) };
  } catch (cause) {
    return { id: question.id, problem: String(cause) };
  }
}

function ask(by: Inspector, { stream, ...asked }: InspectQuestion): Promise<readonly unknown[]> {
  switch (asked.kind) {
    case 'slots':
      return inTurn(asked.targets, (target) => by.slots(stream, [target]));
    case 'records':
      return inTurn(asked.targets, (target) => by.records(stream, [target]));
    case 'blobs':
      return inTurn(asked.targets, (target) => by.blobs(stream, [target]));
  }
}

/** One object after the other: reading a folder waits for nothing, and the bytes of a whole batch would outlive the nursery. */
async function inTurn<T>(targets: readonly T[], inspect: (target: T) => Promise<readonly unknown[]>): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const target of targets) answers.push(...(await inspect(target)));
  return answers;
}
