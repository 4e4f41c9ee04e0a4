import { loadPolicy } from '@proofrail/core/policy';
import { formatVerifierKey } from '@proofrail/core/tlog';
import {
  bucketAccess,
  MOST_BYTES,
  openEvidence,
  openIdentities,
  openLedger,
  productVersion,
  readBoundedFile,
  readBundleFolder,
  systemClock,
} from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import {
  annotate,
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
  type RunContext,
} from '@proofrail/runner';
import { readInputs, type Inputs } from './inputs.ts';
import { run, type Dependencies } from './run.ts';
import { annotations, outputs, proofs, summary } from './summary.ts';

const PRODUCT = { name: 'record-evidence', version: productVersion };
const SEAL_INPUTS = {
  logKey: 'with.log-key',
  origin: 'with.origin',
  tsa: 'with.tsa',
  witness: 'with.witness',
  issuers: 'with.issuer',
  key: 'with.signing-key',
  stream: 'GITHUB_REPOSITORY_ID',
};

await endStep(async () => {
  maskSigningKey('signing-key');
  maskSigningKey('log-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const context = runContext(process.env);
  // Before anything is signed: an artifact must not turn out to be incomplete after the record says done.
  for (const file of inputs.artifact?.files ?? []) readBoundedFile(file, { most: MOST_BYTES.report });

  const result = await run(inputs, await surroundings(inputs, context));

  annotate(annotations(result));
  await writeSummary(summary(result, inputs));
  const kept = proofs(result).map(({ name, content }) => keepFile(name, content));
  if (inputs.artifact !== null) await uploadArtifact(inputs.artifact.name, [...kept, ...inputs.artifact.files]);
  writeOutputs(outputs(result, kept));
  return result.outcome;
});

async function surroundings(inputs: Inputs, context: RunContext): Promise<Dependencies> {
  const tokens = identityTokens(process.env);
  const places = [inputs.ledger, inputs.attachments, inputs.identities];
  const access = await bucketAccess(inputs.access, places, context, { tokens, hide: maskSecret });
  return {
    clock: systemClock,
    product: PRODUCT,
    context,
    openEvidence: async (stream) => (await openEvidence(inputs, tokens, keepingOf(inputs.ledger, process.env), access))(stream),
    openIdentities: () => openIdentities(inputs.ledger, inputs.identities, access),
    loadPolicy: () => loadPolicy(readBundle()),
    writtenAtMerge: async () => writtenAtMerge(context.event, await eventPayload()),
    readDocument: (file) => readBoundedFile(file, { most: MOST_BYTES.report }),
    readBundle: readBundleFolder,
    seal: async ({ newLogKey, ...asked }, stream) => {
      const { sealOnce } = await import('@proofrail/machine/seal-once'); // whoever writes evidence loads nothing of sealing
      const ledger = { store: await openLedger(inputs.ledger, access), clock: systemClock, product: PRODUCT, access };
      // Named by its public half, so that a line which stays in the workflow lets no third key in.
      const mayTakeOver: Parameters<typeof sealOnce>[0]['mayTakeOver'] = (key) =>
        newLogKey !== null && formatVerifierKey(newLogKey) === formatVerifierKey(key);
      const { ledger: uri, attachments, signingKey: key } = inputs;
      return sealOnce(
        { ...asked, mayTakeOver, days: null, receipts: 'new', key, ledger: uri, attachments, stream },
        SEAL_INPUTS,
        ledger,
      );
    },
  };
}
