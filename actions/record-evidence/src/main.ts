import { formatReceipt, parseStreamId } from '@proofrail/core/ledger';
import { MOST_BYTES, openEvidence, productVersion, readBoundedFile, systemClock } from '@proofrail/machine';
import {
  endStep,
  identityTokens,
  keepFile,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  runContext,
  uploadArtifact,
  writeOutputs,
  writeSummary,
} from '@proofrail/runner';
import { readInputs } from './inputs.ts';
import { outputs, receiptName } from './outputs.ts';
import { run } from './run.ts';
import { summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment);
  const context = runContext(process.env);
  const evidence = await openEvidence(inputs, identityTokens(process.env));

  const result = await run(inputs, {
    clock: systemClock,
    product: { name: 'record-evidence', version: productVersion },
    context,
    evidence: evidence(parseStreamId(context.repository.id)),
    readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.report }),
    requireFile: (file) => void readBoundedFile(file, { most: MOST_BYTES.report }),
  });

  const receipt = keepFile(receiptName(result.written.receipt), formatReceipt(result.written.receipt));
  await writeSummary(summary(result));
  if (inputs.artifact !== null) await uploadArtifact(inputs.artifact.name, [receipt, ...inputs.artifact.files]);
  writeOutputs(outputs(result, receipt));
  return 'allow';
});
