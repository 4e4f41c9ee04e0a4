import {
  bucketAccessInput,
  hostLines,
  inputFailure,
  inputLines,
  oneOf,
  requiredInput,
  type BucketAccessInput,
  type ReadInput,
} from '@proofrail/runner/inputs';

export interface Inputs {
  readonly references: readonly string[];
  readonly manifests: readonly string[];
  readonly ledger: string;
  readonly trust: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  /** How those of them that are buckets are reached. */
  readonly access: BucketAccessInput;
  /** Whose changes count: the platform's numeric id of the repository. */
  readonly repositoryId: string;
  readonly acceptGiven: boolean;
  /** Hosts of GitHub Enterprise Server that the platform's addresses may name. */
  readonly enterpriseHosts: readonly string[];
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/unknown-word`, `input/nothing-to-check` */
export function readInputs(read: ReadInput): Inputs {
  const references = inputLines(read, 'references');
  const manifests = inputLines(read, 'manifests');
  if (references.length + manifests.length === 0) {
    throw inputFailure('input/nothing-to-check', 'references', 'at least one image reference or manifest', 'neither');
  }
  return {
    references,
    manifests,
    ledger: requiredInput(read, 'ledger'),
    trust: requiredInput(read, 'trust'),
    attachments: read('attachments') || null,
    access: bucketAccessInput(read),
    repositoryId: requiredInput(read, 'repository-id'),
    acceptGiven: oneOf(read, 'accept-given', ['true', 'false']) === 'true',
    enterpriseHosts: hostLines(read, 'enterprise-hosts'),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}
