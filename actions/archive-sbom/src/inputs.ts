import {
  bucketAccessInput,
  commitInput,
  hostLines,
  inputLines,
  requiredInput,
  subjectInput,
  type BucketAccessInput,
  type ReadInput,
  type Subject,
} from '@proofrail/runner/inputs';

export interface Inputs {
  readonly sbom: string;
  readonly subject: Subject;
  readonly commit: string;
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  /** How those of them that are buckets are reached. */
  readonly access: BucketAccessInput;
  /** Hosts of GitHub Enterprise Server that the platform's addresses may name. */
  readonly enterpriseHosts: readonly string[];
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/not-a-subject`, `input/not-a-commit` */
export function readInputs(read: ReadInput): Inputs {
  return {
    sbom: requiredInput(read, 'sbom'),
    subject: subjectInput(read, 'subject'),
    commit: commitInput(read, 'commit'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: read('signing-key'),
    attachments: read('attachments') || null,
    access: bucketAccessInput(read),
    enterpriseHosts: hostLines(read, 'enterprise-hosts'),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}
