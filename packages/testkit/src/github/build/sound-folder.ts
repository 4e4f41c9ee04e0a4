import { GITHUB_ACTIONS } from './run-workflow.ts';

/** The `.proofrail/` folder of the sound repository: two approvals by people of two roles, one check, two scanners. */
export function soundFolder(roles: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  const people = Object.entries(roles).map(([role, ids]) => `  ${role}: [${ids.map((id) => `"${id}"`).join(', ')}]`);
  return {
    '.proofrail/controls.yaml': `proofrail: controls/v1
controls:
  A.8.32:
    rules: [approvals.quorum, approvals.fresh, approvals.human, approvals.review-state, checks.required]
  A.5.3:
    rules: [approvals.roles, approvals.no-self-approval]
  A.8.29:
    rules: [scans.complete, scans.threshold]
approvals: {min: 2, roles: [${Object.keys(roles).join(', ')}]}
flow: trunk
protected_branches: [main]
required_checks:
  - {name: test, app_id: "${GITHUB_ACTIONS}", workflow: .github/workflows/test.yml}
scanners:
  - {class: sast, tool: CodeQL, max_age_days: 7}
  - {class: secrets, tool: Gitleaks, max_age_days: 7}
thresholds: {preset: baseline}
`,
    '.proofrail/roles.yaml': `roles:\n${people.join('\n')}\nmachine_users: []\n`,
  };
}
