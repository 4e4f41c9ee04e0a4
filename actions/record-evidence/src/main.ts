import { endStep, maskSigningKey, readInput, requireCleanEnvironment, runContext } from '@proofrail/runner';
import { endingOf } from './ending-of.ts';
import { readInputs } from './inputs.ts';
import { requireArtifactFiles } from './require-artifact-files.ts';
import { tell } from './tell.ts';
import { workplaceOf } from './workplace.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  maskSigningKey('log-key');
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const context = runContext(process.env);
  requireArtifactFiles(inputs.artifact);
  const ending = await endingOf(inputs, await workplaceOf(inputs, context, process.env));
  return tell(ending, inputs.artifact);
});
