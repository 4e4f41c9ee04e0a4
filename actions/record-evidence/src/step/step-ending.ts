import { parseStreamId } from '@proofrail/core/ledger';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Ending } from '../ending.ts';
import { keepReceipt } from '../keep-receipt.ts';
import type { Workplace } from '../workplace.ts';
import { outputs } from './outputs.ts';
import { run, type StepInputs } from './run.ts';
import { summary } from './summary.ts';

export async function stepEnding(inputs: StepInputs, workplace: Workplace): Promise<Ending> {
  const result = await run(inputs, {
    ...workplace,
    evidence: await workplace.openLog(parseStreamId(workplace.context.repository.id)),
    readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.report }),
  });
  const receipt = keepReceipt(result.written.receipt);
  return { outcome: 'allow', annotations: [], page: summary(result), kept: [receipt], outputs: outputs(result, receipt) };
}
