import { describe } from '@jest/globals';
import { DIGEST } from '../material/change.ts';
import {
  accessRows,
  allowEnvironmentRow,
  attachmentsRow,
  commitRow,
  ENTERPRISE_HOSTS,
  enterpriseHostsRow,
  ON_ENTERPRISE,
  ledgerRow,
  REQUIRED,
  signingKeyRow,
} from '../material/common-rows.ts';
import { describeInputs, refused } from '../material/describe-inputs.ts';
import { archiveInputs } from '../material/release.ts';
import { cyclonedx } from '../material/sbom.ts';

const SPDX = JSON.stringify({
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'payments',
  documentNamespace: 'https://example.org/spdx/payments-1',
  creationInfo: { created: '2026-11-20T10:00:00Z', creators: ['Tool: generator-1.0.0'] },
  packages: [{ SPDXID: 'SPDXRef-a', name: 'left-pad', versionInfo: '1.3.0', downloadLocation: 'NOASSERTION' }],
});

const OF_ANOTHER = cyclonedx().replace(
  '"metadata":{',
  `"metadata":{"component":{"type":"container","name":"web","purl":"pkg:oci/web@sha256%3A${'9'.repeat(64)}"},`,
);

describe('inputs of archive-sbom', () => {
  describeInputs(
    'archive-sbom',
    {
      sbom: {
        ...REQUIRED,
        valid: ['sbom.cdx.json', (workspace) => workspace.write('sbom.spdx.json', SPDX)],
        wrong: [
          ['no-such-sbom.json', refused('file/absent')],
          ['.', refused('file/not-a-file')],
          [(workspace) => workspace.write('s.json', ''), refused('json/unexpected-end')],
          [(workspace) => workspace.write('s.json', OF_ANOTHER), refused('sbom/subject')],
          [(workspace) => workspace.write('s.json', '{}'), refused('sbom/unknown-format')],
          [(workspace) => workspace.write('s.json', SPDX.replace('SPDX-2.3', 'SPDX-9.9')), refused('sbom/version')],
        ],
      },
      subject: {
        ...REQUIRED,
        valid: [`payments@${DIGEST}`, `registry.example:5000/a/b@${DIGEST}`],
        wrong: [
          'payments',
          'payments:1.0',
          DIGEST,
          `@${DIGEST}`,
          `payments@${DIGEST.toUpperCase()}`,
          `pay ments@${DIGEST}`,
          `payments@${DIGEST}\u200b`,
        ].map((value) => [value, refused('input/not-a-subject')] as const),
      },
      commit: commitRow,
      ledger: ledgerRow,
      'signing-key': signingKeyRow,
      attachments: attachmentsRow,
      'enterprise-hosts': enterpriseHostsRow,
      ...accessRows,
      'allow-environment': allowEnvironmentRow,
    },
    (workspace) => ({ ...archiveInputs(workspace), ...ENTERPRISE_HOSTS }),
    () => ON_ENTERPRISE,
  );
});
