import path from 'node:path';
import { DEPLOYMENT_ENDS, isEnvironmentName, type DeploymentEnd } from '@proofrail/core/gate';
import {
  commitInput,
  HARMLESS_NAME,
  inputFailure,
  inputLines,
  isHarmlessName,
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
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  readonly artifact: Artifact | null;
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

export interface Artifact {
  readonly name: string;
  readonly files: readonly string[];
}

const BELONGS_TO = { deployment: ['environment', 'image', 'status'], 'scan.result': ['report'] } as const;

/** @throws ConfigurationError `input/...` */
export function readInputs(read: ReadInput): Inputs {
  return {
    what: readWhat(read),
    commit: commitInput(read, 'commit'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: read('signing-key'),
    attachments: read('attachments') || null,
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
      status: oneOf(read, 'status', DEPLOYMENT_ENDS),
    };
  }
  refuseOthers(read, kind, BELONGS_TO.deployment);
  return { kind, report: requiredInput(read, 'report') };
}

/** What would be left out of the record must not look as if it were in it. */
function refuseOthers(read: ReadInput, kind: string, others: readonly string[]): void {
  const given = others.find((name) => read(name) !== '');
  if (given !== undefined) throw inputFailure('input/not-for-this-kind', given, `nothing for kind ${kind}`, 'a value');
}

function environmentInput(read: ReadInput): string {
  const value = requiredInput(read, 'environment');
  if (isEnvironmentName(value)) return value;
  throw inputFailure(
    'input/not-an-environment',
    'environment',
    'a lower-case word such as production or eu-west.production',
    value,
  );
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
