import {
  commitInput,
  inputFailure,
  inputLines,
  oneOf,
  requiredInput,
  subjectInput,
  type ReadInput,
  type Subject,
} from '@proofrail/runner/inputs';

export interface Inputs {
  readonly what: Deployment | Scan;
  readonly commit: string;
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one. */
  readonly signingKey: string;
  readonly artifact: Artifact | null;
  readonly allowEnvironment: readonly string[];
}

export interface Deployment {
  readonly kind: 'deployment';
  readonly environment: string;
  readonly image: Subject;
  readonly status: 'success' | 'failure';
}

export interface Scan {
  readonly kind: 'scan.result';
  readonly scanner: string;
  readonly report: string;
}

export interface Artifact {
  readonly name: string;
  readonly files: readonly string[];
}

const BELONGS_TO = { deployment: ['environment', 'image', 'status'], 'scan.result': ['scanner', 'report'] } as const;

/** @throws ConfigurationError `input/...` */
export function readInputs(read: ReadInput): Inputs {
  return {
    what: readWhat(read),
    commit: commitInput(read, 'commit'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: requiredInput(read, 'signing-key'),
    artifact: readArtifact(read),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}

function readWhat(read: ReadInput): Deployment | Scan {
  const kind = oneOf(read, 'kind', ['deployment', 'scan.result']);
  if (kind === 'deployment') {
    refuseOthers(read, kind, BELONGS_TO['scan.result']);
    return {
      kind,
      environment: environmentInput(read),
      image: subjectInput(read, 'image'),
      status: oneOf(read, 'status', ['success', 'failure']),
    };
  }
  refuseOthers(read, kind, BELONGS_TO.deployment);
  return { kind, scanner: requiredInput(read, 'scanner'), report: requiredInput(read, 'report') };
}

/** What would be left out of the record must not look as if it were in it. */
function refuseOthers(read: ReadInput, kind: string, others: readonly string[]): void {
  const given = others.find((name) => read(name) !== '');
  if (given !== undefined) throw inputFailure('input/not-for-this-kind', given, `nothing for kind ${kind}`, 'a value');
}

function environmentInput(read: ReadInput): string {
  const value = requiredInput(read, 'environment');
  if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(value)) return value;
  throw inputFailure('input/not-an-environment', 'environment', 'letters, digits and . _ / -, at most 100 of them', value);
}

function readArtifact(read: ReadInput): Artifact | null {
  const name = read('artifact-name');
  const files = inputLines(read, 'artifact-files');
  if (/["<>:|*?\\/\p{Cc}]/u.test(name))
    throw inputFailure('input/not-an-artifact-name', 'artifact-name', 'a name without " < > : | * ? \\ /', name);
  if (name !== '') return { name, files };
  if (files.length > 0)
    throw inputFailure('input/required', 'artifact-name', 'a name for the artifact that is to hold the files', 'nothing');
  return null;
}
