/** The example of the issue, as written. */
export const SHORT = `A.8.32:
  title: Change Management
  pipeline:
    branch_protection: [main]
    approvals: {min: 2, roles: [security, platform]}
    artifacts: {immutable: true}
  evidence: {retention_years: 7}
`;

/** One choice of each kind in our own form. */
export const OWN = `proofrail: controls/v1

controls:
  A.8.32:
    rules: [approvals.quorum, approvals.fresh, branches.flow, checks.required]
  A.5.3:
    title: Segregation of duties
    rules: [approvals.roles, approvals.no-self-approval]
  A.8.9:
    rules: [images.digest-only]
  A.8.29:
    rules: [scans.complete, scans.threshold]
  CC6.1:
    rules: [scans.secrets]

approvals: {min: 2, roles: [security, platform]}
flow: gitflow
protected_branches: [main, develop]
required_checks:
  - {name: build, app_id: "15368", workflow: .github/workflows/ci.yml}
scanners:
  - {class: sast, tool: CodeQL, max_age_days: 7}
  - {class: secrets, tool: any, max_age_days: 1}
tools:
  acme-scan: iac
thresholds: sla
artifacts: {immutable: true}
evidence: {retention_years: 7}
rollout:
  scans.threshold: warn
`;

export const ROLES = `roles:
  security: ["1001", "1002"]
  platform: ["1003"]
machine_users: ["9001"]
`;
