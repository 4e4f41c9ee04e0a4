import { normalised } from '../expressions.ts';
import { conditionsOf, jobsOf } from '../jobs-of.ts';
import type { Workflow } from '../workflow.ts';
import type { Sighting, WorkflowCheck } from '../workflow-check.ts';

/** `v1`, `1.2.x`, `v*.*.*`, `v[0-9]+`; not `*` or `**`, which is every branch. */
const VERSION = /^v[\d*[\].+?x-]+$|^\d+(\.[\d*x]+)*$|^\[0-9\][\d*[\].+?x-]*$/;
/** A branch may be called `tags/v1` too: `refs/heads/tags/v1` contains what looks for a tag. */
const REF_NAME_IS_VERSION =
  /github\.ref_name\s*[=!]=\s*'v?\d|(startswith|contains)\(\s*github\.ref(_name)?\s*,\s*'\/?v|contains\(\s*github\.ref\s*,\s*'\/?(refs\/)?tags/;

export const branchOrTag: WorkflowCheck = {
  code: 'branch-or-tag',
  severity: 'medium',
  looksFor: 'a version where a branch and a tag look alike: whoever may push a branch `v1.2.0` passes for a release',
  doThis: "compare the whole ref (`startsWith(github.ref, 'refs/tags/v')`), and call no branch like a version",
  rows: [58],
  about: 'every workflow',
  find: (set) => [...set.workflows.flatMap(branchesLikeVersions), ...conditions(set)],
};

const branchesLikeVersions = ({ file, triggers }: Workflow): Sighting[] =>
  triggers.flatMap(({ filters }) =>
    filters
      .filter(({ kind }) => kind === 'branches')
      .flatMap(({ patterns }) => patterns.filter(({ value }) => VERSION.test(value)))
      .map(({ value, line }) => ({ file, line, what: `branch "${value}" is named like a tag` })),
  );

const conditions = (set: Parameters<WorkflowCheck['find']>[0]): Sighting[] =>
  jobsOf(set).flatMap((at) =>
    conditionsOf(at)
      .filter(({ value }) => REF_NAME_IS_VERSION.test(normalised(value)) && !normalised(value).includes('github.ref_type'))
      .map(({ line }) => ({ file: at.workflow.file, line, what: 'the condition does not tell a branch from a tag' })),
  );
