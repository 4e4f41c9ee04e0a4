import { evidenceLog } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import { MOST_BYTES, openLedgerForWriting, productVersion, randomness, readBoundedFile, systemClock } from '@proofrail/machine';
import {
  endStep,
  keepFile,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  runContext,
  writeOutputs,
  writeSummary,
} from '@proofrail/runner';
import { readInputs } from './inputs.ts';
import { outputs } from './outputs.ts';
import { run } from './run.ts';
import { summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment);
  const context = runContext(process.env);
  const ledger = await openLedgerForWriting(inputs.ledger, inputs.signingKey, 'with.signing-key');

  const result = await run(inputs, {
    clock: systemClock,
    product: { name: 'archive-sbom', version: productVersion },
    context,
    evidence: evidenceLog(ledger, parseStreamId(context.repository.id), randomness),
    readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.sbom }),
  });

  await writeSummary(summary(result));
  writeOutputs(outputs(result, keepFile));
  return 'allow';
});
