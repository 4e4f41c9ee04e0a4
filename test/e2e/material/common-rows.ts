import { chmodSync } from 'node:fs';
import { refused, unavailable, WORKS, type Row } from './describe-inputs.ts';

const REQUIRED = {
  omitted: refused('input/required'),
  empty: refused('input/required'),
  blank: refused('input/required'),
} as const;
const OPTIONAL = { omitted: WORKS, empty: WORKS, blank: WORKS } as const;

export { OPTIONAL, REQUIRED };

/** Inputs that every action which writes evidence has. */
export const ledgerRow: Row = {
  ...REQUIRED,
  valid: ['file:./ledger', '  file:./other  ', (workspace) => `file:${workspace.path('absolute')}`],
  wrong: [
    ['./ledger', refused('ledger/uri')],
    ['file:', refused('ledger/uri')],
    ['none', refused('ledger/uri')],
    ['s3:bucket/prefix', refused('ledger/uri')],
    ['s3://bucket/prefix?endpoint=https://elsewhere.example', refused('ledger/uri')],
    ['\ufefffile:./ledger', refused('ledger/uri')],
    [(workspace) => `file:${workspace.write('a-file', 'x')}`, refused('store/not-a-folder')],
    ['file:/proc/1/ledger', unavailable('store/unavailable')],
  ],
};

/** These jobs have no identity tokens: without a key nobody could sign. */
export const signingKeyRow: Row = {
  omitted: refused('key/absent'),
  empty: refused('key/absent'),
  blank: refused('key/absent'),
  valid: [
    (workspace) => workspace.signingKey,
    (workspace) => workspace.signingKey.trim(),
    (workspace) => {
      const file = workspace.write('key.pem', workspace.signingKey);
      chmodSync(workspace.path(file), 0o600);
      return file;
    },
  ],
  wrong: [
    ['no-such-key.pem', refused('key/absent')],
    ['run', refused('key/no-identity')],
    ['awskms:///arn:aws:kms:eu-central-1:123456789012:alias/evidence', refused('key/kms-uri')],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', refused('key/not-a-private-key')],
    [(workspace) => workspace.write('key.pem', workspace.signingKey), refused('key/readable-by-others')],
    [(workspace) => workspace.signingKey.replace(/\n/g, ' '), refused('key/not-a-private-key')],
  ],
};

/** Where people's keys go. */
export const identitiesRow: Row = {
  ...OPTIONAL,
  valid: ['file:./people'],
  wrong: [
    ['./people', refused('ledger/identities')],
    ['file:./ledger', refused('ledger/identities')],
    ['s3://Bucket', refused('ledger/uri')],
  ],
};

/** Where the platform's tokens would go; without any, only that the place is one. */
export const attachmentsRow: Row = {
  ...OPTIONAL,
  valid: ['file:./attachments'],
  wrong: [
    ['./attachments', refused('ledger/uri')],
    ['file:./ledger', refused('ledger/attachments')],
    [(workspace) => `file:${workspace.write('a-file', 'x')}`, refused('store/not-a-folder')],
  ],
};

/** How buckets are reached; these ledgers are folders, which need nobody's role. */
export const accessRows: Readonly<Record<string, Row>> = {
  'role-to-assume': {
    ...OPTIONAL,
    valid: [],
    wrong: [
      ['writer', refused('role/not-an-arn')],
      ['arn:aws:iam::123456789012:user/writer', refused('role/not-an-arn')],
      ['arn:aws:iam::123456789012:role/wri ter', refused('role/not-an-arn')],
      ['arn:aws:iam::123456789012:role/writer', refused('role/no-bucket')],
    ],
  },
  'role-audience': {
    omitted: WORKS,
    empty: refused('role/not-a-private-audience'),
    blank: refused('role/not-a-private-audience'),
    valid: ['acme-evidence'],
    wrong: [
      'sts.amazonaws.com',
      'https://sts.eu-central-1.amazonaws.com',
      `proofrail:v1:sha256:${'0'.repeat(64)}:key`,
      'a b',
    ].map((value) => [value, refused('role/not-a-private-audience')] as const),
  },
  's3-endpoint': {
    ...OPTIONAL,
    valid: [],
    wrong: [['https://s3.example.com', refused('ledger/endpoint')]],
  },
};

export const commitRow: Row = {
  omitted: WORKS, // github.sha
  empty: refused('input/required'),
  blank: refused('input/required'),
  valid: ['c'.repeat(40), 'c'.repeat(64)],
  wrong: ['main', 'c'.repeat(39), 'C'.repeat(40), `${'c'.repeat(40)}\u00a0`].map(
    (value) => [value, refused('input/not-a-commit')] as const,
  ),
};

/** These runs are on an Enterprise server of that name, unless said otherwise. */
export const ON_ENTERPRISE = { GITHUB_API_URL: 'https://github.example.com/api/v3' } as const;
export const ENTERPRISE_HOSTS = { 'enterprise-hosts': 'github.example.com' } as const;

export const enterpriseHostsRow: Row = {
  omitted: refused('environment/refused'),
  empty: refused('environment/refused'),
  blank: refused('environment/refused'),
  valid: ['127.0.0.1\n\n  github.example.com '],
  wrong: [
    ['https://github.example.com', refused('input/not-a-host')],
    ['example.com', refused('environment/refused')],
  ],
};

/** Nothing is poisoned in these runs: what is listed here only widens what would be accepted. */
export const allowEnvironmentRow: Row = { ...OPTIONAL, valid: ['HTTPS_PROXY\nNODE_EXTRA_CA_CERTS'], wrong: [] };
