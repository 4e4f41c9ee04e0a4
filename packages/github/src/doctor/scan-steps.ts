import { jobsOf, stepsOf, type JobInWorkflow, type StepInJob, type Workflow } from '@proofrail/core/workflows';

export interface ScanStep {
  readonly at: JobInWorkflow;
  readonly place: string;
  /** A failure of the scan leaves its job green. */
  readonly swallowed: boolean;
}

const SCANNER_ACTION =
  /codeql-action\/analyze|semgrep|trivy-action|grype|anchore\/scan|snyk\/|checkov|tfsec|kics|gitleaks|trufflehog|zaproxy|dependency-review|osv-scanner|bandit|gosec|scout-action/i;
const SCANNER_COMMAND =
  /(^|[\s;&|/])(semgrep|trivy|grype|snyk|checkov|tfsec|kics|gitleaks|trufflehog|zap-[\w-]+\.py|osv-scanner|bandit|gosec|govulncheck|(npm|pnpm|yarn) audit)\s/m;
const SWALLOWS = /\|\|\s*(true|:|exit 0)|--exit-code[ =]0|--soft-fail|set \+e/;

/** Steps that run a known scanner. Others are not recognised, so that no step here means "not visible", never "no scans". */
export function scanSteps(workflows: readonly Workflow[]): ScanStep[] {
  return jobsOf({ workflows }).flatMap((at) =>
    stepsOf(at).flatMap(({ step, does }) => {
      const isScan = does.kind === 'run' ? SCANNER_COMMAND.test(does.script.value) : SCANNER_ACTION.test(does.uses.value);
      if (!isScan) return [];
      const goesOn = [at.job.continueOnError, step.continueOnError].some(
        (written) => written !== null && written.value !== 'false',
      );
      const place = `${at.workflow.file}:${step.line}`;
      return [{ at, place, swallowed: goesOn || isSwallowed(does) }];
    }),
  );
}

function isSwallowed(does: StepInJob['does']): boolean {
  if (does.kind === 'run') return SWALLOWS.test(does.script.value);
  const { inputs } = does;
  return (
    inputs.get('exit-code')?.value === '0' ||
    inputs.get('soft_fail')?.value === 'true' ||
    inputs.get('fail-build')?.value === 'false'
  );
}

export const SCANS_ELSEWHERE = 'a look at what scans this repository: no workflow runs a scanner that is recognised';
