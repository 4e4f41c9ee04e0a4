import { instead, without, type Try } from './try.ts';

const cloudtrail = [
  ...['cloudtrail', 'verify', '--trail', 'workflows', '--trail-bucket', 'trail', '--account', '123456789012'],
  ...[
    '--public-keys',
    'absent.json',
    '--ledger',
    'file:./ledger',
    '--ledger-bucket',
    's3://evidence?region=eu-central-1',
    '--json',
  ],
];

export const CLOUDTRAIL_TRIES: readonly Try[] = [
  { argv: cloudtrail, exit: 2, code: 'file/absent' },
  { argv: without(cloudtrail, '--account'), exit: 2, code: 'cli/missing-mandatory-option-value' },
  { argv: instead(cloudtrail, '--account', '1234'), exit: 2, code: 'cli/invalid-argument' },
  { argv: without(cloudtrail, '--trail-bucket'), exit: 2, code: 'cloudtrail/which-bucket' },
  { argv: without(cloudtrail, '--ledger-bucket'), exit: 2, code: 'ledger/not-a-bucket' },
  { argv: [...cloudtrail, '--since', 'yesterday'], exit: 2, code: 'cli/invalid-argument' },
];
