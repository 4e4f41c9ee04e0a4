import { digestChecker } from '@proofrail/core/gate';
import { decodeManifest } from '@proofrail/core/images';
import { parseStreamId, parseTrustFile } from '@proofrail/core/ledger';
import { bucketAccess, findAttachments, MOST_BYTES, openLedger, readBoundedFile } from '@proofrail/machine';
import {
  annotate,
  endStep,
  identityTokens,
  logGroup,
  maskSecret,
  readInput,
  requireCleanEnvironment,
  runContext,
  writeOutputs,
  writeSummary,
} from '@proofrail/runner';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';
import { annotations, logLines, outputs, summary } from './summary.ts';

await endStep(async () => {
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const trust = parseTrustFile(readBoundedFile(inputs.trust, { most: MOST_BYTES.trust }), inputs.trust);
  const stream = parseStreamId(inputs.repositoryId, 'with.repository-id');
  const access = await bucketAccess(inputs.access, [inputs.ledger, inputs.attachments], runContext(process.env), {
    tokens: identityTokens(process.env),
    hide: maskSecret,
  });
  const store = await openLedger(inputs.ledger, access);
  const attachments = await findAttachments(inputs.ledger, inputs.attachments, access);

  const result = await run(inputs, {
    readManifest: (file) => decodeManifest(readBoundedFile(file, { most: MOST_BYTES.manifest }), file),
    openLedger: () => digestChecker({ store, trust, attachments, stream, acceptGiven: inputs.acceptGiven }),
  });

  logGroup(`Images: ${result.outcome}`, logLines(result));
  annotate(annotations(result));
  await writeSummary(summary(result));
  writeOutputs(outputs(result));
  return result.outcome;
});
