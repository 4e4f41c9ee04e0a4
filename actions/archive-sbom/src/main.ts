import { parseStreamId } from '@proofrail/core/ledger';
import { bucketAccess, MOST_BYTES, openEvidence, productVersion, readBoundedFile, systemClock } from '@proofrail/machine';
import {
  endStep,
  identityTokens,
  keepFile,
  keepingOf,
  maskSecret,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  runContext,
  writeOutputs,
  writeSummary,
} from '@proofrail/runner';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';
import { outputs, summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const context = runContext(process.env);
  const tokens = identityTokens(process.env);
  const access = await bucketAccess(inputs.access, [inputs.ledger, inputs.attachments], context, { tokens, hide: maskSecret });
  const evidence = await openEvidence(inputs, tokens, keepingOf(inputs.ledger, process.env), access);

  const result = await run(inputs, {
    clock: systemClock,
    product: { name: 'archive-sbom', version: productVersion },
    context,
    evidence: evidence(parseStreamId(context.repository.id)),
    readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.sbom }),
  });

  await writeSummary(summary(result));
  writeOutputs(outputs(result, keepFile));
  return 'allow';
});
