import { DIGEST } from '../../material/change.ts';
import { instead } from './try.ts';

/**
 * A value that an option cannot mean, and the code of the error. `any`: every text is one that it can mean. `later`: it is looked at after
 * something that no folder has: a bucket, a finding, a log, an acknowledgement.
 */
export type Wrong = readonly [value: string, code: string] | 'any' | 'later';

const SUBJECT = `registry.example/payments@${DIGEST}`;
const LEDGER = ['--ledger', 'file:./ledger'];
const BUCKET = ['--ledger', 's3://evidence?region=eu-central-1&owner=123456789012'];
const PEOPLE = ['--identities', 'file:./ledger.identities'];
const TRAIL = [
  ...['--trail', 'rego', '--trail-bucket', 'trail', '--account', '123456789012', '--public-keys', 'public-keys.json'],
  ...['--ledger-bucket', 's3://evidence?region=eu-central-1'],
];

/** As much of each command line as it takes to get to what an option says. */
export const COMMAND_LINES: Readonly<Record<string, readonly string[]>> = {
  demo: [],
  init: [],
  facts: ['acme/payments#12', '--out', 'f.json'],
  gate: ['--facts', 'facts.json', '--reports', 'reports', ...LEDGER],
  'record show': [DIGEST, ...LEDGER],
  'record deployment': ['--image', SUBJECT, '--environment', 'production', '--status', 'success', ...LEDGER],
  'record key-event': ['--about', DIGEST, '--event', 'rotated', '--successor', `sha256:${'a'.repeat(64)}`, ...LEDGER],
  findings: ['reports/semgrep.sarif'],
  'sbom show': ['bom.json'],
  'sbom archive': ['bom.json', '--subject', SUBJECT, ...LEDGER],
  'image verify': [SUBJECT, '--trust', 'ledger.trust.json', ...LEDGER],
  'merges verify': [
    ...['--repository', 'clone', '--branch', 'main', '--since', 'a'.repeat(40), '--facts', 'pulls.json', '--record', ...LEDGER],
  ],
  seal: ['--log-key', 'log.key', '--origin', 'example.org/evidence', ...LEDGER],
  prove: [DIGEST, '--out', 'record.tlog-proof', '--trust', 'sealed.json', ...LEDGER],
  export: ['--out', 'log', '--trust', 'sealed.json', ...LEDGER],
  verify: ['--trust', 'sealed.json', ...LEDGER],
  acknowledge: [
    ...['--trust', 'accepting.json', '--key', 'ledger.key', '--finding', DIGEST, '--reason', 'Why'],
    ...['--acknowledged-by', '1', '--approved-by', '2', ...LEDGER],
  ],
  'decision replay': LEDGER,
  report: ['--out', 'r.html', ...LEDGER],
  'ledger init': ['--days', '10', ...BUCKET],
  'ledger doctor': BUCKET,
  'ledger lengthen': ['--config', 'longer', ...BUCKET],
  'cloudtrail verify': [...TRAIL, ...LEDGER],
  'person show': [`person:${'0'.repeat(32)}`, ...PEOPLE],
  'person erase': ['github:1', ...PEOPLE],
  doctor: ['acme/payments'],
  controls: [],
  'policy list': [],
  'policy explain': ['approvals.fresh'],
  'policy test': ['rego'],
  'keys new': ['--out', 'new.key'],
  'keys show': ['ledger.key'],
};

const ARGUMENT = 'cli/invalid-argument';
const NO_TIME: Wrong = ['yesterday', ARGUMENT];
const NO_FILE: Wrong = ['absent.json', 'file/absent'];
const NO_BUCKET: Wrong = ['ledger', 'ledger/not-a-bucket'];

/** What is wrong for every command that has the option. */
const OF_OPTION: Readonly<Record<string, Wrong>> = {
  '--ledger': ['ledger', 'ledger/uri'],
  '--s3-endpoint': ['nonsense', 'ledger/endpoint'],
  '--role-to-assume': ['admin', 'role/not-an-arn'],
  '--role-audience': ['proofrail:ledger', 'cli/missing-mandatory-option-value'], // beside no role
  '--key': ['absent.key', 'key/absent'],
  '--attachments': ['nonsense', 'ledger/uri'],
  '--identities': ['nonsense', 'ledger/identities'],
  '--save-receipt': ['absent/receipt.json', 'file/no-folder'],
  '--stream': ['../x', 'ledger/stream-id'],
  '--trust': NO_FILE,
  '--receipt': NO_FILE,
  '--config': ['absent', 'file/absent'],
  '--days': ['many', ARGUMENT],
  '--log-key': ['absent.key', 'key/absent'],
  '--out': ['absent/x.json', 'file/no-folder'],
  '--commit': ['HEAD', 'input/not-a-commit'],
  '--api-url': ['http://github.example', 'github/api-url'],
};

/** What is wrong for one command. */
const OF_COMMAND: Readonly<Record<string, Readonly<Record<string, Wrong>>>> = {
  init: { '--mode': ['company', ARGUMENT], '--pin': ['main', ARGUMENT], '--gate': ['acme', ARGUMENT] },
  facts: { '--run': ['latest', 'facts/run'] },
  gate: { '--facts': NO_FILE, '--report': NO_FILE, '--reports': NO_FILE },
  'record show': { '--as': ['poem', ARGUMENT] },
  'record deployment': {
    '--image': ['web:1.2', 'input/not-a-subject'],
    '--environment': ['ask jane', 'input/not-an-environment'],
    '--status': ['fine', ARGUMENT],
  },
  'record key-event': {
    '--about': ['signing.key', 'input/key-event'],
    '--kms-key': ['alias/evidence', 'input/key-event'],
    '--event': ['lost', ARGUMENT],
    '--successor': ['signing.key', 'input/key-event'],
    '--compromised-from': NO_TIME,
    '--reason': 'any',
  },
  findings: { '--fail-on': ['severe', ARGUMENT] },
  'sbom archive': { '--subject': ['web:1.2', 'input/not-a-subject'] },
  'merges verify': {
    '--repository': ['absent', 'git/no-repository'],
    '--branch': ['no branch', 'git/no-branch'],
    '--since': ['HEAD~3', 'input/not-a-commit'],
    '--github': ['acme', 'github/not-a-repository'],
    '--pushed-by': ['ada', 'merges/pushed-by'],
    '--facts': NO_FILE,
  },
  seal: {
    '--origin': ['our evidence', 'seal/origin'],
    '--save-checkpoint': ['absent/c.txt', 'file/no-folder'],
    '--tsa': ['a time authority', 'outside/address'],
    '--witness': ['a witness', 'witness/key'],
    '--issuer': ['github', 'issuer/address'],
    '--key': ['sealer.key', 'issuer/none'],
    '--attachments': ['file:./elsewhere', 'issuer/none'],
    '--stream': ['700003', 'issuer/none'],
  },
  prove: { '--log-key': ['a key', 'seal/not-a-log-key'] },
  export: { '--log-key': ['a key', 'seal/not-a-log-key'], '--out': ['facts.json', 'seal/no-export'] },
  verify: {
    '--proof': NO_FILE,
    '--log': ['absent', 'file/absent'],
    '--log-key': 'later',
    '--since': ['a year ago', 'file/absent'],
    '--sealed-within': ['soon', ARGUMENT],
  },
  acknowledge: {
    '--finding': ['the first', 'acknowledge/no-finding'],
    '--reason': ['"why"', 'acknowledge/reason'],
    '--acknowledged-by': ['ada', 'acknowledge/account'],
    '--approved-by': ['grace', 'acknowledge/account'],
    '--identities': ['nowhere', 'ledger/identities'],
  },
  report: {
    '--control': ['A.99.1', 'report/unknown-control'],
    '--from': NO_TIME,
    '--to': NO_TIME,
  },
  'ledger init': { '--ledger': NO_BUCKET },
  'ledger doctor': { '--ledger': NO_BUCKET },
  'cloudtrail verify': { '--attachments': ['file:./kept', 'cli/missing-mandatory-option-value'] }, // beside no --trust
  'ledger lengthen': { '--ledger': ['ledger', 'ledger/no-locks'] },
  doctor: {
    '--workflows': ['absent', 'doctor/no-workflows'],
    '--required': 'any',
  },
  'policy test': { '--schemas': ['absent', 'file/absent'] },
  'keys new': { '--trust': ['facts.json', 'key/exists'], '--origin': ['our evidence', 'seal/origin'] },
  'keys show': { '--log': ['our evidence', 'seal/origin'] },
};

/** Of a trail. "acknowledge" has the same options, and looks at a trail in the same way. */
const OF_TRAIL: Readonly<Record<string, Wrong>> = {
  '--trail': ['absent', 'file/absent'],
  '--trail-bucket': 'any',
  '--trail-prefix': 'any',
  '--ledger-bucket': ['evidence', 'ledger/not-a-bucket'],
  '--kms-key': ['alias/evidence', 'cloudtrail/kms-key'],
  '--since': NO_TIME,
  '--until': NO_TIME,
  '--account': ['acme', ARGUMENT],
  '--public-keys': NO_FILE,
};

/** Options that do not stand beside what the command line above says. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'merges verify --github': ['--branch', 'main', '--since', 'a'.repeat(40), ...LEDGER],
  'merges verify --api-url': ['--branch', 'main', '--since', 'a'.repeat(40), '--github', 'acme/payments', ...LEDGER],
  'verify --proof': ['--trust', 'sealed.json'],
  'verify --log': ['--trust', 'sealed.json'],
  'doctor --workflows': [],
};

/** What to try for one option of one command; undefined: nobody said. */
export function wrongFor(command: string, option: string): Wrong | undefined {
  const ofTrail = ['cloudtrail verify', 'acknowledge'].includes(command) ? OF_TRAIL[option] : undefined;
  if (command === 'acknowledge' && ofTrail !== undefined) return 'later';
  return OF_COMMAND[command]?.[option] ?? ofTrail ?? OF_OPTION[option];
}

/** A command line with that value. */
export const commandLineWith = (command: string, option: string, value: string): string[] => [
  ...command.split(' '),
  ...instead(OTHERWISE[`${command} ${option}`] ?? COMMAND_LINES[command] ?? [], option, value),
  '--json',
];
