import { readFacts } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import { parseStreamId } from '@proofrail/core/ledger';
import { loadPolicy, outcomeOf } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import {
  MOST_BYTES,
  openIdentities,
  openEvidence,
  productVersion,
  readBoundedFile,
  readProofrailFolder,
  readStandardInput,
  systemClock,
} from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import {
  annotate,
  endStep,
  identityTokens,
  keepFile,
  logGroup,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  writeOutputs,
  writeSummary,
} from '@proofrail/runner';
import { annotations } from './annotations.ts';
import { decideAlone } from './decide-alone.ts';
import { readInputs } from './inputs.ts';
import { logLines } from './log-lines.ts';
import { outputs } from './outputs.ts';
import { run } from './run.ts';
import { summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment);
  if (inputs.phase === 'decide') return decideAlone(inputs);
  const evidence = await openEvidence(inputs, identityTokens(process.env));

  const result = await run(inputs, {
    clock: systemClock,
    policy: loadPolicy(readBundle()),
    product: { name: 'policy-gate', version: productVersion },
    identities: await openIdentities(inputs.ledger, inputs.identities),
    readFacts: (file) =>
      file === '-'
        ? readFacts(readStandardInput({ most: MOST_BYTES.facts }), 'standard input')
        : readFacts(readBoundedFile(file, { most: MOST_BYTES.facts }), file),
    readConfiguration: (folder, manifest) => readConfiguration(readProofrailFolder(folder), manifest),
    readReport: (file) => readReport(readBoundedFile(file, { most: MOST_BYTES.report }), file),
    openEvidence: (facts) => evidence(parseStreamId(facts.repository.id)),
  });

  const outcome = outcomeOf(result.judgement.decision);
  logGroup(`Decision: ${outcome}`, logLines(result));
  annotate(annotations(result));
  await writeSummary(summary(result));
  writeOutputs(outputs(result, keepFile));
  return outcome;
});
