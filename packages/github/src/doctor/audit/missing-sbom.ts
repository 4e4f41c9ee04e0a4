import { jobsOf, stepsOf, type JobInWorkflow, type Workflow } from '@proofrail/core/workflows';
import { found, nothingSays, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

const MAKES = /sbom|syft|cyclonedx|spdx/i;
const KEEPS = /archive-sbom|attest-sbom/i;
const DEPLOYS = /deploy|release|promote/i;

export const missingSbom: AuditFinding = {
  id: 'missing-sbom',
  title: 'No SBOM for what is deployed',
  doThis: 'make it from the image that is deployed, and archive it under the digest of that image with `archive-sbom`',
  examine({ workflows }) {
    if (!workflows.seen) return notVisible('the workflow files', workflows);
    const deploying = workflows.value.workflows.filter((workflow) => inWorkflow(workflow).some(deploys));
    if (deploying.length === 0)
      return nothingSays(
        'what is deployed',
        'a look at what deploys: no workflow of this repository does, as far as its text shows',
      );
    const without = deploying.filter((workflow) => placeOf(workflow, KEEPS) === null);
    const [first] = without;
    if (first === undefined) return notFound(deploying.map((workflow) => `archived at ${placeOf(workflow, KEEPS)}`).join('; '));
    const made = placeOf(first, MAKES);
    return found(
      made === null
        ? `${first.file} deploys and makes none`
        : `the one made at ${made} is not kept under the digest that is deployed`,
    );
  },
};

const inWorkflow = (workflow: Workflow): JobInWorkflow[] => jobsOf({ workflows: [workflow] });

const deploys = ({ job }: JobInWorkflow): boolean => job.environment !== null || DEPLOYS.test(job.id);

function placeOf(workflow: Workflow, pattern: RegExp): string | null {
  const lines = inWorkflow(workflow).flatMap((at) => [
    ...(at.job.work.kind === 'call' && pattern.test(at.job.work.uses.value) ? [at.job.work.uses.line] : []),
    ...stepsOf(at).flatMap(({ does }) => {
      const written = does.kind === 'run' ? does.script : does.uses;
      return pattern.test(written.value) ? [written.line] : [];
    }),
  ]);
  return lines[0] === undefined ? null : `${workflow.file}:${lines[0]}`;
}
