import { openLedger } from '@proofrail/machine';
import { keepFile } from '@proofrail/runner';
import type { Ending } from '../ending.ts';
import type { Checkpoint, Inputs } from '../inputs.ts';
import type { Workplace } from '../workplace.ts';
import { checkpointSummary } from './checkpoint-summary.ts';
import { sealOnSchedule } from './seal-on-schedule.ts';

export async function sealEnding(asked: Checkpoint, inputs: Inputs, workplace: Workplace): Promise<Ending> {
  const store = await openLedger(inputs.ledger, workplace.access);
  const sealed = await sealOnSchedule(asked, inputs, { ...workplace, store });
  const checkpoint = keepFile(`checkpoint-${sealed.plan.n}.txt`, sealed.checkpoint.note);
  return { outcome: 'allow', annotations: [], page: checkpointSummary(sealed), kept: [checkpoint], outputs: { checkpoint } };
}
