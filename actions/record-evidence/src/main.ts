import { formatReceipt, parseStreamId } from '@proofrail/core/ledger';
import { loadPolicy } from '@proofrail/core/policy';
import {
  bucketAccess,
  MOST_BYTES,
  openEvidence,
  openIdentities,
  openLedger,
  productVersion,
  readBoundedFile,
  systemClock,
} from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import {
  endStep,
  eventPayload,
  identityTokens,
  keepFile,
  keepingOf,
  maskSecret,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  runContext,
  uploadArtifact,
  writeOutputs,
  writeSummary,
  writtenAtMerge,
} from '@proofrail/runner';
import { gateSummary } from './gate-summary.ts';
import { readInputs } from './inputs.ts';
import { outputs, receiptName } from './outputs.ts';
import { readBundleFolder } from './read-bundle-folder.ts';
import { gateOutputs, recordForGate } from './record-for-gate.ts';
import { run } from './run.ts';
import { summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  maskSigningKey('log-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const context = runContext(process.env);
  const { what } = inputs;
  const common = { clock: systemClock, product: { name: 'record-evidence', version: productVersion }, context };
  const tokens = identityTokens(process.env);
  const places = [inputs.ledger, inputs.attachments, inputs.identities];
  const access = await bucketAccess(inputs.access, places, context, { tokens, hide: maskSecret });
  if (what.kind === 'ledger.checkpoint') {
    const { checkpointName, checkpointSummary, sealOnSchedule } = await import('./seal-on-schedule.ts');
    const sealed = await sealOnSchedule(what, inputs, { ...common, store: await openLedger(inputs.ledger, access), access });
    const checkpoint = keepFile(checkpointName(sealed), sealed.checkpoint.note);
    await writeSummary(checkpointSummary(sealed));
    if (inputs.artifact !== null) await uploadArtifact(inputs.artifact.name, [checkpoint, ...inputs.artifact.files]);
    writeOutputs({ checkpoint });
    return 'allow';
  }
  const evidence = () => openEvidence(inputs, tokens, keepingOf(inputs.ledger, process.env), access);

  if (what.kind === 'run.intent' || what.kind === 'policy.decision') {
    const result = await recordForGate(what, inputs, {
      ...common,
      openEvidence: async (stream) => (await evidence())(stream),
      policy: loadPolicy(readBundle()),
      openIdentities: () => openIdentities(inputs.ledger, inputs.identities, access),
      atMerge: writtenAtMerge(context.event, await eventPayload()),
      readBundle: readBundleFolder,
    });
    const receipts = result.written.map(({ receipt }) => keepFile(receiptName(receipt), formatReceipt(receipt)));
    await writeSummary(gateSummary(what, result));
    if (inputs.artifact !== null) await uploadArtifact(inputs.artifact.name, [...receipts, ...inputs.artifact.files]);
    writeOutputs(gateOutputs(what, result, receipts));
    return result.outcome;
  }

  const result = await run(
    { ...inputs, what },
    {
      ...common,
      evidence: (await evidence())(parseStreamId(context.repository.id)),
      readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.report }),
      requireFile: (file) => void readBoundedFile(file, { most: MOST_BYTES.report }),
    },
  );
  const receipt = keepFile(receiptName(result.written.receipt), formatReceipt(result.written.receipt));
  await writeSummary(summary(result));
  if (inputs.artifact !== null) await uploadArtifact(inputs.artifact.name, [receipt, ...inputs.artifact.files]);
  writeOutputs(outputs(result, receipt));
  return 'allow';
});
