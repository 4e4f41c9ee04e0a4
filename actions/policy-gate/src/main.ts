import { streamOfRun } from '@proofrail/core/gate';
import { loadPolicy } from '@proofrail/core/policy';
import { bucketAccess, openEvidence, openIdentities, pause, productVersion, systemClock } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import {
  annotate,
  artifactReader,
  endStep,
  eventPayload,
  githubApi,
  identityTokens,
  keepFile,
  keepingOf,
  logGroup,
  maskSecret,
  maskSigningKey,
  readInput,
  requireCleanEnvironment,
  runContext,
  writeOutputs,
  writeSummary,
  writtenAtMerge,
} from '@proofrail/runner';
import { annotations } from './told/annotations.ts';
import { collect } from './facts/collect.ts';
import { decide } from './phases/decide.ts';
import type { Gated } from './run.ts';
import { handOn } from './phases/hand-on.ts';
import { readInputs } from './inputs.ts';
import { outcomeOfLanded, requirePush } from './phases/landed.ts';
import { logLines } from './told/log-lines.ts';
import { decidedOutputs, outputs } from './told/outputs.ts';
import { run } from './run.ts';
import { startedBy } from './facts/started-by.ts';
import { summary } from './summary.ts';

await endStep(async () => {
  maskSigningKey('signing-key');
  maskSecret(readInput('github-token'));
  const inputs = readInputs(readInput);
  requireCleanEnvironment(process.env, inputs.allowEnvironment, inputs.enterpriseHosts);
  const context = runContext(process.env);
  const payload = await eventPayload();
  const { subject, commit } = startedBy(context, payload);
  if (inputs.phase === 'landed') requirePush(subject);
  const policy = await loadPolicy(readBundle());
  const apiUrl = process.env['GITHUB_API_URL'] || 'https://api.github.com';
  const collection = () =>
    collect(subject, {
      api: githubApi(inputs.token, apiUrl),
      artifacts: artifactReader(inputs.token, apiUrl),
      run: context,
      known: policy.manifest,
      now: () => systemClock.now(),
      sleep: pause,
      waitMinutes: inputs.waitMinutes,
      organisation: inputs.organisation,
      jobEnvironment: inputs.environment,
    });

  if (inputs.phase === 'decide') {
    const decided = await decide({
      clock: systemClock,
      policy,
      collect: collection,
      handOn: (files) => handOn(context.run.attempt, files),
    });
    return tell(decided, decidedOutputs(decided));
  }
  const openDesk = async () => {
    const tokens = identityTokens(process.env);
    const places = [inputs.ledger, inputs.attachments, inputs.identities];
    const access = await bucketAccess(inputs.access, places, context, { tokens, hide: maskSecret });
    const log = await openEvidence(inputs, tokens, keepingOf(inputs.ledger, process.env), access);
    return { evidence: log(streamOfRun(context)), identities: await openIdentities(inputs.ledger, inputs.identities, access) };
  };
  const gated = await run({
    context,
    commit,
    clock: systemClock,
    policy,
    product: { name: 'policy-gate', version: productVersion },
    desk: writtenAtMerge(context.event, payload) ? null : await openDesk(),
    collect: collection,
  });
  const outcome = await tell(gated, outputs(gated, keepFile));
  if (inputs.phase === 'landed') return outcomeOfLanded(outcome);
  if (inputs.comment)
    annotate(await (await import('./told/comment.ts')).comment(subject, gated, githubApi(inputs.token, apiUrl)));
  return outcome;
});

async function tell(gated: Gated, found: Readonly<Record<string, string>>): Promise<Gated['outcome']> {
  logGroup(`Decision: ${gated.outcome}`, logLines(gated));
  annotate(annotations(gated));
  await writeSummary(summary(gated));
  writeOutputs(found);
  return gated.outcome;
}
