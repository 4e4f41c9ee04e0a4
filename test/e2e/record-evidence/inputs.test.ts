import { afterAll, beforeAll, describe } from '@jest/globals';
import { startArtifactService, type ArtifactService } from '@proofrail/testkit';
import { DIGEST } from '../material/change.ts';
import {
  accessRows,
  allowEnvironmentRow,
  attachmentsRow,
  commitRow,
  ENTERPRISE_HOSTS,
  enterpriseHostsRow,
  ledgerRow,
  ON_ENTERPRISE,
  OPTIONAL,
  REQUIRED,
  signingKeyRow,
} from '../material/common-rows.ts';
import { deploymentInputs, scanInputs } from '../material/deployment.ts';
import { describeInputs, refused, type Row } from '../material/describe-inputs.ts';

let service: ArtifactService;
beforeAll(async () => {
  service = await startArtifactService();
});
afterAll(() => service.close());

const common = {
  commit: commitRow,
  ledger: ledgerRow,
  'signing-key': signingKeyRow,
  attachments: attachmentsRow,
  'enterprise-hosts': enterpriseHostsRow,
  ...accessRows,
  'allow-environment': allowEnvironmentRow,
};
const NOT_HARMLESS = ['a b', '../evidence', '##[group]x', 'evidence\u00a0', 'x'.repeat(101)];

const artifactRows = {
  'artifact-name': {
    ...OPTIONAL,
    valid: ['evidence', 'evidence-1.2_3'],
    wrong: NOT_HARMLESS.map((value) => [value, refused('input/not-a-harmless-name')] as const),
  },
  'artifact-files': {
    ...OPTIONAL,
    valid: [],
    wrong: [['report.json', refused('input/required')] as const], // and no artifact-name
  },
};

const kindRow = (valid: string) => ({
  ...REQUIRED,
  valid: [valid],
  wrong: ['Deployment', 'scan', 'change.approval', 'deployment\u00a0'].map(
    (value) => [value, refused('input/unknown-word')] as const,
  ),
});

const notHere = { ...OPTIONAL, valid: [], wrong: [['x', refused('input/not-for-this-kind')] as const] };
const ofSeals = { 'log-key': notHere, 'new-log-key': notHere, origin: notHere, tsa: notHere, witness: notHere, issuer: notHere };
const ofDecisions = { ...ofSeals, decision: notHere, 'decision-digest': notHere, intent: notHere, identities: notHere };

describe('inputs of record-evidence for a deployment', () => {
  describeInputs(
    'record-evidence',
    {
      ...common,
      ...artifactRows,
      ...ofDecisions,
      kind: kindRow('deployment'),
      environment: {
        ...REQUIRED,
        valid: ['production', 'Production', 'eu-west.production_2'],
        wrong: ['-x', 'a b', 'a/b', 'prod\u200b', 'a'.repeat(101)].map(
          (value) => [value, refused('input/not-an-environment')] as const,
        ),
      },
      image: {
        ...REQUIRED,
        valid: [`app@${DIGEST}`],
        wrong: ['app:1.0', 'app', DIGEST].map((value) => [value, refused('input/not-a-subject')] as const),
      },
      status: {
        ...REQUIRED,
        valid: ['success', 'failure', 'cancelled'],
        wrong: ['Success', 'skipped', 'ok'].map((value) => [value, refused('input/unknown-word')] as const),
      },
      report: { ...OPTIONAL, valid: [], wrong: [['semgrep.sarif', refused('input/not-for-this-kind')]] },
    },
    (workspace) => ({ ...deploymentInputs(workspace), ...ENTERPRISE_HOSTS }),
    () => ({ ...service.environment, ...ON_ENTERPRISE }),
  );
});

/** What a deployment has shown already is shown here only as far as it is about leaving things out. */
const shown = (row: Row): Row => ({ ...row, valid: [], wrong: [] });

describe('inputs of record-evidence for a scan', () => {
  describeInputs(
    'record-evidence',
    {
      ...Object.fromEntries(Object.entries({ ...common, ...artifactRows }).map(([name, row]) => [name, shown(row)])),
      ...ofDecisions,
      kind: kindRow('scan.result'),
      environment: notHere,
      image: notHere,
      status: notHere,
      report: {
        ...REQUIRED,
        valid: ['semgrep.sarif'],
        wrong: [
          ['no-such.sarif', refused('file/absent')],
          [(workspace) => workspace.write('r.sarif', '{"a": 1}'), refused('report/unknown-format')],
          [(workspace) => workspace.write('r.sarif', 'x'), refused('json/unexpected-character')],
        ],
      },
    },
    (workspace) => ({ ...scanInputs(workspace, 'm'), ...ENTERPRISE_HOSTS }),
    () => ({ ...service.environment, ...ON_ENTERPRISE }),
  );
});
