import type { StepInJob } from '../jobs-of.ts';
import { once, stepsStartedBy } from '../started-steps.ts';
import type { Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

const DOWNLOADS = /download[-_]?artifact/i;
const DOWNLOADS_BY_SCRIPT =
  /gh\s+run\s+download|download[-_]?artifact|(actions|runs\/[^\n/]{1,200})\/artifacts|artifacts_url|archive_download_url/i;

export const artifactOfUntrustedRun: WorkflowCheck = {
  code: 'artifact-of-untrusted-run',
  severity: 'high',
  looksFor: 'a `workflow_run` workflow that downloads artifacts: a run of a fork may have written them',
  doThis: 'take no input of a decision from an artifact; the gate fetches reports by id and checks who produced them',
  rows: [60],
  about: 'every workflow',
  find: (set) =>
    once(stepsStartedBy(set, ['workflow_run']).flatMap(({ at }) => downloadOf(at).map((where) => ({ at, where })))).map(
      ({ at: { workflow, job }, where: { line } }) => ({
        file: workflow.file,
        line,
        what: `job "${job.id}" uses what an untrusted run left behind`,
      }),
    ),
};

function downloadOf({ step: { variables }, does }: StepInJob): Written<string>[] {
  if (does.kind === 'run')
    return [does.script, ...variables.values()].some(({ value }) => DOWNLOADS_BY_SCRIPT.test(value)) ? [does.script] : [];
  if (DOWNLOADS.test(does.uses.value)) return [does.uses];
  const script = does.inputs.get('script');
  return script !== undefined && DOWNLOADS_BY_SCRIPT.test(script.value) ? [script] : [];
}
