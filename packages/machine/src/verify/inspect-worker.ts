// The program of an InspectorThread: reads objects of a ledger and checks their signatures.
import { parentPort, workerData } from 'node:worker_threads';
import { inspectorOf, KeptCheck, Vouching, type Inspector } from '@proofrail/core/ledger';
import { failureMessage } from './failure-message.ts';
import { openPlace } from './thread-place.ts';
import type { InspectAnswer, InspectQuestion, InspectWorkerData } from './inspector-thread.ts';

const { ledger, attachments, trust, days, kinds, reads } = workerData as InspectWorkerData;
const opened = open();
opened.catch(() => undefined); // told to whoever asks first

parentPort?.on('message', (question: InspectQuestion) => void answer(question));

async function open(): Promise<{ readonly kept: KeptCheck; readonly inspector: Inspector }> {
  const kept = KeptCheck.of(await openPlace(ledger), days);
  const tokens = attachments === null ? null : await openPlace(attachments);
  return { kept, inspector: inspectorOf(kept, trust === null ? null : new Vouching(trust, kept, tokens), { reads, kinds }) };
}

async function answer(question: InspectQuestion): Promise<void> {
  parentPort?.postMessage(await inspected(question));
}

async function inspected(question: InspectQuestion): Promise<InspectAnswer> {
  try {
    const { kept, inspector } = await opened;
    const answers = await inspector.inspect(question.kind, question.stream, question.targets);
    return { id: question.id, answers, kept: kept.take() };
  } catch (cause) {
    return { id: question.id, failure: failureMessage(cause) };
  }
}
