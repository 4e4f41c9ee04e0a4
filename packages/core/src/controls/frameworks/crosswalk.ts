/**
 * One thing that a delivery pipeline does for the sake of a control, with the controls of both frameworks that it supports. Joined at
 * query time by date, so a corrected row never rewrites what a record asserted when it was made.
 */
export interface CrosswalkRow {
  /** Stable: stages and reports refer to it. Never used again for something else. */
  readonly row: number;
  readonly what: string;
  readonly iso27001: readonly string[];
  readonly soc2: readonly string[];
  /** Evidence kinds that show it. A kind may be named here before anything writes it. */
  readonly evidence: readonly string[];
  /** `manual`: people's work; software can hold a digest, a signer and a date, never the judgement. */
  readonly method: 'automatic' | 'manual';
  readonly valid_from: string;
  readonly valid_to: string | null;
}

// The day on which ISO/IEC 27001:2022 appeared. Older evidence would need a map to the edition of 2013.
const SINCE = '2022-10-25';
const MANUAL = 'manual';

function row(
  number: number,
  what: string,
  iso27001: readonly string[],
  soc2: readonly string[],
  evidence: readonly string[],
  method: CrosswalkRow['method'] = 'automatic',
): CrosswalkRow {
  // In the order of RFC 8785: each record holds the digest of all rows, and `canonicalJson` then writes them in one pass.
  return { evidence, iso27001, method, row: number, soc2, valid_from: SINCE, valid_to: null, what };
}

// Our own map. Public crosswalks were compared and left alone: the ones at hand are marked syntactic and wrong where it matters here.
export const CROSSWALK: readonly CrosswalkRow[] = [
  row(
    1,
    'Changes are controlled: protected branches, settings that only change with review',
    ['A.8.32', 'A.8.4', 'A.8.9'],
    ['CC8.1', 'CC6.1'],
    ['config.snapshot', 'config.drift'],
  ),
  row(2, 'Nobody both makes and approves a change', ['A.5.3', 'A.8.32'], ['CC8.1', 'CC5.1', 'CC6.3'], ['change.approval']),
  row(
    3,
    'Artifacts are immutable and named by digest',
    ['A.8.32', 'A.5.21', 'A.8.24'],
    ['CC8.1', 'CC6.8', 'CC7.1'],
    ['provenance', 'deployment'],
  ),
  row(4, 'Logs are linked by hash', ['A.8.15', 'A.5.33'], ['CC7.2', 'CC4.1'], ['ledger.checkpoint', 'log.export']),
  row(
    5,
    'Evidence is made by the pipeline itself',
    ['A.5.28', 'A.5.33', 'A.5.36'],
    ['CC4.1', 'CC4.2'],
    ['population.snapshot', 'sample.selection'],
  ),
  row(6, 'Code is reviewed and approved', ['A.8.28', 'A.8.25', 'A.8.4'], ['CC8.1', 'CC6.1'], ['change.approval']),
  row(7, 'Source code is scanned (SAST)', ['A.8.29', 'A.8.28'], ['CC8.1', 'CC7.1'], ['scan.result', 'finding.triage']),
  row(8, 'Dependencies are scanned (SCA)', ['A.8.8', 'A.5.21'], ['CC7.1', 'CC8.1'], ['scan.result', 'finding.triage']),
  row(9, 'Secrets are looked for', ['A.5.17', 'A.8.12', 'A.8.28'], ['CC6.1'], ['scan.result', 'finding.triage']),
  row(10, 'Infrastructure code is scanned', ['A.8.9', 'A.8.32'], ['CC8.1', 'CC7.1'], ['scan.result']),
  row(11, 'Storage is encrypted', ['A.8.24'], ['CC6.1', 'CC6.7'], ['scan.result']),
  row(12, 'Networks are not open to everybody', ['A.8.20', 'A.8.22'], ['CC6.6'], ['scan.result']),
  row(13, 'Permissions have no wildcards', ['A.8.2', 'A.8.3', 'A.5.15'], ['CC6.3'], ['scan.result']),
  row(14, 'Workloads do not run as root', ['A.8.9', 'A.8.2'], ['CC6.1', 'CC6.8'], ['scan.result']),
  row(15, 'Container images are scanned', ['A.8.8', 'A.8.29', 'A.5.21'], ['CC7.1', 'CC6.8'], ['scan.result']),
  row(
    16,
    'The running application is tested (DAST)',
    ['A.8.29', 'A.8.26'],
    ['CC7.1', 'CC8.1'],
    ['scan.result', 'finding.triage'],
  ),
  row(17, 'Deployments are approved', ['A.8.32', 'A.5.3', 'A.8.31'], ['CC8.1'], ['deployment']),
  row(18, 'Deployments are logged where nobody can alter it', ['A.8.15', 'A.8.32'], ['CC8.1', 'CC7.2'], ['deployment']),
  row(19, 'A change can be taken back', ['A.8.32', 'A.5.29', 'A.5.30'], ['CC7.5', 'CC8.1', 'A1.3'], ['rollback', 'drill']),
  row(20, 'Environments are separate', ['A.8.31', 'A.8.33'], ['CC6.1', 'CC8.1'], ['config.snapshot', 'access.review']),
  row(21, 'Commits name their author', ['A.8.4', 'A.5.16'], ['CC8.1', 'CC6.1'], ['change.approval']),
  row(22, 'Every scan result is kept', ['A.8.29', 'A.8.8'], ['CC7.1'], ['scan.result']),
  row(23, 'Each artifact has a bill of materials (SBOM)', ['A.5.21', 'A.5.9', 'A.8.9'], ['CC6.1', 'CC8.1'], ['sbom']),
  row(24, 'Audit logs are exported', ['A.8.15', 'A.8.16', 'A.8.17'], ['CC7.2', 'CC7.3'], ['log.export']),
  row(25, 'Bypasses are visible', ['A.8.2', 'A.8.18', 'A.8.4'], ['CC8.1', 'CC6.3'], ['change.bypass', 'config.drift']),
  row(26, 'Records are kept long enough and no longer', ['A.5.33', 'A.8.10'], ['CC7.2'], ['ledger.checkpoint']),
  row(27, 'Scans that fail block', ['A.8.29', 'A.8.8'], ['CC7.1'], ['policy.decision']),
  row(28, 'Development follows a secure life cycle', ['A.8.25', 'A.5.8'], ['CC8.1', 'CC3.2'], ['attestation.manual'], MANUAL),
  row(29, 'Applications have security requirements', ['A.8.26'], ['CC8.1'], ['attestation.manual'], MANUAL),
  row(30, 'Architecture follows principles', ['A.8.27'], ['CC8.1', 'CC6.1'], ['attestation.manual'], MANUAL),
  row(
    31,
    'Findings are triaged in time, risks are accepted by name',
    ['A.8.8'],
    ['CC7.1', 'CC3.2', 'CC4.2'],
    ['finding.triage', 'exception'],
  ),
  row(
    32,
    'Access rights are reviewed',
    ['A.5.15', 'A.5.18', 'A.8.2', 'A.8.4'],
    ['CC6.2', 'CC6.3'],
    ['access.review', 'access.snapshot'],
  ),
  row(33, 'Releases are recorded', ['A.8.32', 'A.8.19'], ['CC8.1'], ['release', 'deployment']),
  row(
    34,
    'Suppliers of development are controlled',
    ['A.8.30', 'A.5.19', 'A.5.20', 'A.5.21', 'A.5.22'],
    ['CC9.2', 'CC6.3'],
    ['access.review', 'attestation.manual'],
    MANUAL,
  ),
  row(35, 'Training runs have a signed manifest', ['A.5.21', 'A.8.25', 'A.5.9'], ['CC8.1'], ['model.manifest', 'provenance']),
  row(36, 'Model promotion is approved', ['A.8.32', 'A.5.3'], ['CC8.1'], ['model.promotion']),
  row(37, 'Models in production are the registered ones', ['A.8.9', 'A.8.16'], ['CC7.1', 'CC7.2'], ['config.drift']),
  row(38, 'Models have cards', ['A.5.37', 'A.8.27'], ['CC2.3'], ['model.manifest']),
  row(
    39,
    'Data sets have a basis in law',
    ['A.5.34', 'A.8.11', 'A.8.33'],
    ['CC8.1', 'P2.1', 'P4.1'],
    ['attestation.manual', 'model.manifest'],
    MANUAL,
  ),
  row(40, 'Keys are managed', ['A.8.24'], ['CC6.1'], ['key.event']),
  row(41, 'Policies are maintained', ['A.5.1', 'A.5.36'], ['CC5.3'], ['policy.release']),
  row(42, 'Gaps in telemetry are seen', ['A.8.16', 'A.8.15'], ['CC7.2'], ['log.export']),
  row(43, "The auditor's own access is controlled", ['A.8.34', 'A.5.35'], ['CC6.3'], ['auditor.access']),
  row(44, 'Emergency changes are approved afterwards', ['A.8.32'], ['CC8.1'], ['change.approval']),
  row(
    45,
    'Incidents lead to the change that caused or mended them',
    ['A.5.24', 'A.5.25', 'A.5.26', 'A.5.27'],
    ['CC7.3', 'CC7.4', 'CC7.5'],
    ['incident.ref'],
  ),
  row(
    46,
    'CI runners, workflow permissions and actions are controlled',
    ['A.8.31', 'A.8.9', 'A.5.21'],
    ['CC6.8', 'CC8.1'],
    ['config.snapshot'],
  ),
  row(
    47,
    'Releases are signed and verified before they run',
    ['A.8.19', 'A.8.24'],
    ['CC6.8'],
    ['policy.decision', 'verification.summary'],
  ),
  row(48, 'Unauthorised software is detected', ['A.8.7', 'A.8.19'], ['CC6.8'], ['scan.result']),
  row(49, 'Evidence can be restored', ['A.8.13'], ['A1.2'], ['drill']),
];

/** The rows in force on a day (`2026-11-21`); from its first day, up to but not including its last. */
export function crosswalkOn(day: string): readonly CrosswalkRow[] {
  return CROSSWALK.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day < valid_to));
}
