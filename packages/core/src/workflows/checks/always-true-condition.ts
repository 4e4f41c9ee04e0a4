import { isOneExpression } from '../expressions.ts';
import { conditionsOf, jobsOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const alwaysTrueCondition: WorkflowCheck = {
  code: 'always-true-condition',
  severity: 'high',
  looksFor:
    'an `if:` with text around its `${{ }}` (a line break is enough): it is a text that is not empty, which is always true',
  doThis: 'put the whole condition inside one `${{ }}`, or leave the fence away; write it on one line or with `>-`',
  rows: [31],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap((at) =>
      conditionsOf(at)
        .filter(({ value }) => value.includes('${{') && !isOneExpression(value))
        .map(({ line }) => ({ file: at.workflow.file, line, what: `a condition of job "${at.job.id}" is always true` })),
    ),
};
