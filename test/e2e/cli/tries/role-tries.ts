import { DIGEST } from '../../material/change.ts';
import type { Try } from './try.ts';

const BUCKET = 's3://evidence?region=eu-central-1&owner=123456789012';
const ROLE = ['--role-to-assume', 'arn:aws:iam::123456789012:role/proofrail/example', '--json'];
const SUBJECT = `registry.example/payments@${DIGEST}`;

/** For each command that opens a ledger, as much of a command line as it takes to get there. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  demo: [],
  gate: ['--facts', 'facts.json'],
  'record show': [DIGEST],
  'record deployment': ['--image', SUBJECT, '--environment', 'production', '--status', 'success'],
  'record key-event': ['--about', DIGEST, '--event', 'retired'],
  'sbom archive': ['bom.json', '--subject', SUBJECT],
  'image verify': [SUBJECT],
  seal: ['--log-key', 'absent.key', '--origin', 'example.org/evidence'],
  prove: [DIGEST, '--out', 'record.tlog-proof'],
  export: ['--out', 'log'],
  verify: [],
  acknowledge: [
    ...['--trust', 'accepting.json', '--key', 'ledger.key', '--finding', DIGEST, '--reason', 'Why'],
    ...['--acknowledged-by', '1', '--approved-by', '2'],
  ],
  'decision replay': [],
  report: ['--out', 'report.html'],
  'ledger init': ['--yes'],
  'ledger doctor': [],
  'ledger lengthen': ['--config', 'longer'],
};

/** These read much else before they open a bucket. */
const SLOWER: typeof COMMANDS = {
  'merges verify': ['--branch', 'main', '--github', 'acme/payments'],
  'cloudtrail verify': [
    ...['--trail', 'workflows', '--trail-bucket', 'trail', '--account', '123456789012', '--public-keys', 'none.json'],
  ],
};

/** Outside of a job there are no tokens: nothing may then go on with the credentials of the environment. */
export const ROLE_TRIES: readonly Try[] = [
  ...triesOf(COMMANDS, BUCKET, 'role/no-identity'),
  ...triesOf({ ...COMMANDS, ...SLOWER }, 'file:./ledger', 'role/no-bucket'),
];

function triesOf(commands: typeof COMMANDS, ledger: string, code: string): Try[] {
  return Object.entries(commands).map(([name, words]) => ({
    argv: [...name.split(' '), ...words, '--ledger', ledger, ...ROLE],
    exit: 2,
    code,
  }));
}
