import { aSoundChange, type FileChanges, type Scopes, type SoundChange } from '@proofrail/testkit';

/** What the scenarios of this folder ask of a change: two people of two roles, one check, two scanners. */
export const CONTROLS = `proofrail: controls/v1
controls:
  A.8.32:
    rules: [approvals.quorum, approvals.fresh, approvals.human, approvals.review-state, checks.required, branches.flow]
  A.8.9:
    rules: [images.digest-only]
  A.5.3:
    rules: [approvals.elevated, approvals.roles, approvals.no-self-approval]
  A.8.29:
    rules: [scans.complete, scans.threshold, scans.secrets]
approvals: {min: 2, roles: [security, platform], elevated: {min: 2, roles: [gatekeeper]}}
flow: trunk
protected_branches: [main]
required_checks:
  - {name: test, app_id: "15368", workflow: .github/workflows/test.yml}
scanners:
  - {class: sast, tool: CodeQL, max_age_days: 7}
  - {class: secrets, tool: Gitleaks, max_age_days: 7}
thresholds: {preset: baseline}
artifacts: {immutable: true}
evidence: {retention_years: 7}
`;

// The numbers are those of the people in the fake's sound change.
export const ROLES = `roles:
  security: ["10301188"]
  platform: ["10302259"]
  gatekeeper: ["10301188"]
`;

export const SOURCES = `reports:
  - {scanner: CodeQL, workflow: .github/workflows/security-scan.yml, artifact: codeql-sarif}
  - {scanner: Gitleaks, workflow: .github/workflows/security-scan.yml, artifact: gitleaks-sarif}
tickets: [REF]
security_marks: [security]
`;

/** The sound change under these controls, with more files on the branch where a test needs them. */
export const soundChange = (options: { readonly files?: FileChanges; readonly scopes?: Scopes } = {}): SoundChange =>
  aSoundChange({
    ...options,
    files: {
      '.proofrail/controls.yaml': CONTROLS,
      '.proofrail/roles.yaml': ROLES,
      '.proofrail/sources.yaml': SOURCES,
      ...options.files,
    },
  });
