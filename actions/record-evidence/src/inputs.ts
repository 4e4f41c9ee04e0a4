import path from 'node:path';
import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import { DEPLOYMENT_ENDS, environmentWord, type DeploymentEnd } from '@proofrail/core/gate';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { parseVerifierKey, type NoteKey } from '@proofrail/core/tlog';
import {
  bucketAccessInput,
  commitInput,
  HARMLESS_NAME,
  hostLines,
  inputFailure,
  inputLines,
  isHarmlessName,
  oneOf,
  requiredInput,
  subjectInput,
  type BucketAccessInput,
  type ReadInput,
  type Subject,
} from '@proofrail/runner/inputs';

export interface Inputs {
  readonly what: Deployment | Scan | Intent | DecisionToRecord | Checkpoint;
  readonly commit: string;
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  /** null: beside the ledger. */
  readonly identities: string | null;
  /** How those of them that are buckets are reached. */
  readonly access: BucketAccessInput;
  readonly artifact: Artifact | null;
  /** Hosts of GitHub Enterprise Server that the platform's addresses may name. */
  readonly enterpriseHosts: readonly string[];
  readonly allowEnvironment: readonly string[];
}

export interface Deployment {
  readonly kind: 'deployment';
  readonly environment: string;
  readonly image: Subject;
  readonly status: DeploymentEnd;
}

export interface Scan {
  readonly kind: 'scan.result';
  readonly report: string;
}

export interface Intent {
  readonly kind: 'run.intent';
}

export interface DecisionToRecord {
  readonly kind: 'policy.decision';
  /** The folder in which the bundle lies. */
  readonly folder: string;
  readonly digest: Sha256;
  readonly intent: Sha256 | null;
}

export interface Checkpoint {
  readonly kind: 'ledger.checkpoint';
  /** Secret: the log key in PEM; or no secret, the path of one, or `awskms:///ARN`. */
  readonly logKey: string;
  /** The public half of the key that may take over from that of the newest seal; null: none may. */
  readonly newLogKey: NoteKey | null;
  /** null: the name that the log has already. */
  readonly origin: string | null;
  /** Addresses of time authorities. */
  readonly tsa: readonly string[];
  /** Witnesses, each as key and address. */
  readonly witness: readonly string[];
  /** Issuers whose keys are fetched, and whose tokens are countersigned. */
  readonly issuers: readonly string[];
}

export interface Artifact {
  readonly name: string;
  readonly files: readonly string[];
}

const BELONGS_TO = {
  deployment: ['environment', 'image', 'status'],
  'scan.result': ['report'],
  'run.intent': [],
  'policy.decision': ['decision', 'decision-digest', 'intent', 'identities'],
  'ledger.checkpoint': ['log-key', 'new-log-key', 'origin', 'tsa', 'witness', 'issuer'],
} as const;

/** Who only seals a ledger holds no key that could write to it, and needs no tokens. */
const NOT_FOR_SEALERS = ['signing-key', 'attachments'];

const KINDS = Object.keys(BELONGS_TO) as readonly (keyof typeof BELONGS_TO)[];

/** @throws ConfigurationError `input/...` */
export function readInputs(read: ReadInput): Inputs {
  return {
    what: readWhat(read),
    commit: commitInput(read, 'commit'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: read('signing-key'),
    attachments: read('attachments') || null,
    identities: read('identities') || null,
    access: bucketAccessInput(read),
    artifact: readArtifact(read),
    enterpriseHosts: hostLines(read, 'enterprise-hosts'),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}

function readWhat(read: ReadInput): Inputs['what'] {
  const kind = oneOf(read, 'kind', KINDS);
  const others = KINDS.filter((each) => each !== kind).flatMap((each): readonly string[] => BELONGS_TO[each]);
  const onlySeals = kind === 'ledger.checkpoint' && read('issuer') === '';
  refuseOthers(read, kind, onlySeals ? [...others, ...NOT_FOR_SEALERS] : others);
  switch (kind) {
    case 'deployment':
      return {
        kind,
        environment: environmentInput(read),
        image: subjectInput(read, 'image'),
        status: oneOf(read, 'status', DEPLOYMENT_ENDS),
      };
    case 'scan.result':
      return { kind, report: requiredInput(read, 'report') };
    case 'run.intent':
      return { kind };
    case 'policy.decision':
      return {
        kind,
        folder: requiredInput(read, 'decision'),
        digest: digestOf('decision-digest', decisionDigest(read)),
        intent: read('intent') === '' ? null : digestOf('intent', read('intent')),
      };
    case 'ledger.checkpoint':
      return {
        kind,
        logKey: requiredInput(read, 'log-key'),
        newLogKey: newLogKey(read),
        origin: read('origin') || null,
        tsa: inputLines(read, 'tsa'),
        witness: inputLines(read, 'witness'),
        issuers: inputLines(read, 'issuer'),
      };
  }
}

/** Empty in a workflow that is wired right, too: then the job that decides ended before it had anything to hand over. */
function decisionDigest(read: ReadInput): string {
  const value = read('decision-digest');
  if (value !== '') return value;
  throw new ConfigurationError('input/required', {
    expected: 'the digest of what another job decided',
    found: 'nothing, or blanks only',
    at: 'with.decision-digest',
    doThis:
      'Look at the job that decides: it ended without a decision, and says why. Otherwise set this to its output "bundle-digest".',
  });
}

function newLogKey(read: ReadInput): NoteKey | null {
  const value = read('new-log-key');
  const key = value === '' ? null : parseVerifierKey(value);
  if (key !== null || value === '') return key;
  throw new ConfigurationError('seal/not-a-log-key', {
    expected: 'the public half of the key of the log, as name+hash+key',
    found: JSON.stringify(value.slice(0, 80)),
    at: 'with.new-log-key',
    doThis: 'Copy it from what "proofrail keys show --log" prints.',
  });
}

function digestOf(name: string, value: string): Sha256 {
  if (isSha256(value)) return value;
  throw inputFailure('input/not-a-digest', name, 'sha256: and 64 lower-case hex digits', value);
}

/** What would be left out of the record must not look as if it were in it. */
function refuseOthers(read: ReadInput, kind: string, others: readonly string[]): void {
  const given = others.find((name) => read(name) !== '');
  if (given !== undefined) throw inputFailure('input/not-for-this-kind', given, `nothing for kind ${kind}`, 'a value');
}

function environmentInput(read: ReadInput): string {
  const value = requiredInput(read, 'environment');
  const word = environmentWord(value);
  if (word !== null) return word;
  throw inputFailure('input/not-an-environment', 'environment', 'a plain word such as production or eu-west.production', value);
}

function readArtifact(read: ReadInput): Artifact | null {
  const name = read('artifact-name');
  const files = inputLines(read, 'artifact-files');
  if (name === '' && files.length === 0) return null;
  if (name === '')
    throw inputFailure('input/required', 'artifact-name', 'a name for the artifact that is to hold the files', 'nothing');
  requireHarmless('artifact-name', name);
  const names = files.map((file) => path.basename(file));
  for (const each of names) requireHarmless('artifact-files', each);
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice !== undefined)
    throw inputFailure('input/repeated', 'artifact-files', 'file names that differ, since they lie side by side', twice);
  return { name, files };
}

function requireHarmless(input: string, name: string): void {
  if (!isHarmlessName(name)) throw inputFailure('input/not-a-harmless-name', input, HARMLESS_NAME, name);
}
