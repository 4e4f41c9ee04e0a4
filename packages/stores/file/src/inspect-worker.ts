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

function ask(by: Inspector, { kind, stream, targets }: InspectQuestion): Promise<readonly unknown[]> {
  switch (kind) {
    case 'slots':
      return by.slots(stream, targets);
    case 'records':
      return by.records(stream, targets);
    case 'blobs':
      return by.blobs(stream, targets);
  }
}
