import { requiredJobs } from '../required-jobs.ts';
import { stepsOf, type JobInWorkflow } from '../jobs-of.ts';
import { expressionsIn, normalised, withoutTexts } from '../expressions.ts';
import type { Step } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';
import { isAlways } from './conditional-required-job.ts';

export const needsResultUnread: WorkflowCheck = {
  code: 'needs-result-unread',
  severity: 'high',
  looksFor: 'a required job that always runs and never reads how a job ended that it `needs`',
  doThis:
    'fail unless `needs.<job>.result` is `success`: with `always()` nothing else stops the required job from being green; a job that only calls a reusable workflow can hand `${{ toJSON(needs) }}` to it',
  rows: [28],
  about: 'required checks',
  find: (set) =>
    requiredJobs(set).flatMap((at) => {
      const { workflow, job } = at;
      if (job.condition === null || !isAlways(job.condition.value)) return [];
      const read = expressionsOf(at);
      return job.needs
        .filter(({ value }) => !read.some((expression) => readsJob(expression, value)))
        .map(({ value, line }) => ({
          file: workflow.file,
          line,
          what: `required job "${job.id}" never reads how "${value}" ended`,
        }));
    }),
};

/** `needs.a.result`, `needs.*.result`, or all of either at once: `toJSON(needs)`. What a job hands on says nothing about how it ended. */
const NEEDS = /(?<![\w.'-])needs(?:\.([\w*-]+)(?:\.([\w*-]+))?)?/g;

const readsJob = (expression: string, job: string): boolean =>
  [...expression.matchAll(NEEDS)].some(
    ([, which = '*', what = 'result']) => (which === '*' || which === job.toLowerCase()) && (what === 'result' || what === '*'),
  );

function expressionsOf(at: JobInWorkflow): string[] {
  const { variables, work } = at.job;
  const own = [...variables.values(), ...(work.kind === 'call' ? work.inputs.values() : [])];
  const texts = [...own.map(({ value }) => value), ...stepsOf(at).flatMap(({ step }) => textsOf(step))];
  return texts.flatMap(expressionsIn).map((expression) => withoutTexts(normalised(expression)));
}

function textsOf({ condition, variables, does }: Step): string[] {
  const values = [...variables.values(), ...(does.kind === 'uses' ? does.inputs.values() : [does.script])];
  return [...values.map(({ value }) => value), ...(condition === null ? [] : [`\${{ ${condition.value} }}`])];
}
