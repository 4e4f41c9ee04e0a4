import { allReports, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';
import { isGateName, isGatePath, requiredContexts, requiredWorkflowPaths } from '../required-contexts.ts';
import { SCANS_ELSEWHERE, scanSteps } from '../scan-steps.ts';
import type { Sights } from '../sights.ts';
import { found, nothingSays, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

export const scansThatDoNotBlock: AuditFinding = {
  id: 'scans-that-do-not-block',
  title: 'Failing scans do not block',
  doThis: 'require the gate, which reads the reports; or require the check of every scan and let its failure fail the job',
  examine(sights) {
    const { rules, classic, workflows } = sights;
    const required = requiredContexts(sights).map(({ context }) => context);
    if (required.some(isGateName) || (rules.seen && requiredWorkflowPaths(rules.value).some(isGatePath)))
      return notFound('the gate is required');
    if (!workflows.seen) return notVisible('the workflow files', workflows);
    const scans = scanSteps(workflows.value.workflows);
    const swallowed = scans.find((scan) => scan.swallowed);
    if (swallowed !== undefined) return found(`${swallowed.place}: the scan fails and its job stays green`);
    if (!rules.seen) return notVisible('which checks are required', rules);
    const reports = allReports({ ...SURROUNDINGS_UNSEEN, workflows: workflows.value.workflows });
    const blocking = reports.filter(({ name }) => required.some((one) => name.mayBe(one))).flatMap(({ jobs }) => jobs.slice(-1));
    const informational = scans.find(({ at }) => !blocking.some(({ job }) => job === at.job));
    if (informational === undefined && scans.length > 0) return notFound('the check of every recognised scan is required');
    if (!classic.seen) return notVisible('whether classic protection requires them', classic);
    if (hasCodeScanningRule(sights)) return notFound('a rule blocks on code scanning results');
    return informational === undefined
      ? nothingSays('whether scans block', SCANS_ELSEWHERE)
      : found(`${informational.place}: nothing requires its check`);
  },
};

const hasCodeScanningRule = ({ rules }: Sights): boolean =>
  rules.seen && rules.value.some(({ type }) => type === 'code_scanning');
