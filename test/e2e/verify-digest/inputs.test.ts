import { RUNTIME } from '@proofrail/testkit';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { cpSync } from 'node:fs';
import {
  accessRows,
  allowEnvironmentRow,
  attachmentsRow,
  ENTERPRISE_HOSTS,
  enterpriseHostsRow,
  ON_ENTERPRISE,
  REQUIRED,
} from '../material/common-rows.ts';
import { describeInputs, refused, WORKS } from '../material/describe-inputs.ts';
import { IMAGE, release, verifyInputs } from '../material/release.ts';
import { Workspace } from '../material/workspace.ts';

const DENIED = { exit: 1, code: 'image/no-sbom' } as const;
const LOOSE = { exit: 1, code: 'image/not-pinned' } as const;

const POD = `apiVersion: v1\nkind: Pod\nspec: {containers: [{image: "${IMAGE}"}]}\n`;
const TASK = 'apiVersion: tekton.dev/v1\nkind: Task\nspec: {steps: [{image: "evil:latest"}]}\n';

describe('inputs of verify-digest', () => {
  const released = new Workspace();
  beforeAll(() => release(released, RUNTIME));
  afterAll(() => released[Symbol.dispose]());

  describeInputs(
    'verify-digest',
    {
      references: {
        omitted: refused('input/nothing-to-check'),
        empty: refused('input/nothing-to-check'),
        blank: refused('input/nothing-to-check'),
        valid: [IMAGE, ` ${IMAGE} \r\n\n${IMAGE}`],
        wrong: [
          ['registry.example/payments:latest', LOOSE],
          ['registry.example/payments', LOOSE],
          ['{{ .Values.image }}', LOOSE],
          ['not an image', LOOSE],
          [IMAGE.toUpperCase(), LOOSE],
        ],
      },
      manifests: {
        omitted: WORKS, // there is a reference
        empty: WORKS,
        blank: WORKS,
        valid: [(workspace) => workspace.write('compose.yaml', `services: {app: {image: "${IMAGE}"}}\n`)],
        wrong: [
          ['no-such-manifest.yaml', refused('file/absent')],
          [(workspace) => workspace.write('compose.yaml', 'services: {app: {image: "nginx:1"}}\n'), LOOSE],
          [(workspace) => workspace.write('both.yaml', `${POD}---\n${TASK}`), LOOSE],
          [(workspace) => workspace.write('values.yaml', `${POD}image: {repository: evil, tag: latest}\n`), LOOSE],
          [(workspace) => workspace.write('more.yaml', `include: [other.yaml]\nservices: {app: {image: "${IMAGE}"}}\n`), LOOSE],
          [(workspace) => workspace.write('empty.yaml', ''), refused('image/nothing-found')],
          [(workspace) => workspace.write('broken.yaml', 'a: [\n'), refused('image/malformed-yaml')],
        ],
      },
      ledger: {
        ...REQUIRED,
        valid: ['file:./ledger', './ledger'.replace('./', 'file:')],
        wrong: [
          ['./ledger', refused('ledger/uri')],
          ['file:./another', DENIED],
          ['s3:bucket', refused('ledger/uri')],
        ],
      },
      trust: {
        ...REQUIRED,
        valid: ['trust.json'],
        wrong: [
          ['no-such-trust.json', refused('file/absent')],
          [(workspace) => workspace.write('t.json', '{}'), refused('trust/invalid')],
          [(workspace) => workspace.write('t.json', 'x'), refused('json/unexpected-character')],
        ],
      },
      'repository-id': {
        omitted: WORKS, // github.repository_id
        empty: refused('input/required'),
        blank: refused('input/required'),
        valid: ['700001'],
        wrong: [
          ['acme/payments', refused('ledger/stream-id')],
          ['007', refused('ledger/stream-id')],
          ['700002', DENIED],
          ['700001-pr', DENIED],
        ],
      },
      'accept-given': {
        omitted: { exit: 1, code: 'image/facts-given' }, // false
        empty: refused('input/required'),
        blank: refused('input/required'),
        valid: ['true'],
        wrong: [
          ['false', { exit: 1, code: 'image/facts-given' }],
          ['True', refused('input/unknown-word')],
          ['yes', refused('input/unknown-word')],
        ],
      },
      attachments: attachmentsRow,
      'enterprise-hosts': enterpriseHostsRow,
      ...accessRows,
      'allow-environment': allowEnvironmentRow,
    },
    (workspace) => {
      cpSync(released.path('ledger'), workspace.path('ledger'), { recursive: true });
      return { ...verifyInputs(workspace), ...ENTERPRISE_HOSTS, trust: workspace.trustFile(released.signingKey) };
    },
    () => ON_ENTERPRISE,
  );
});
