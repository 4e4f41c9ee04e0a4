import { inputLines, requiredInput, type ReadInput } from '@proofrail/runner/inputs';

export interface Inputs {
  /** A path, or `-` for standard input. */
  readonly facts: string;
  readonly reports: readonly string[];
  readonly config: string;
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/repeated` */
export function readInputs(read: ReadInput): Inputs {
  return {
    facts: requiredInput(read, 'facts'),
    reports: inputLines(read, 'reports'),
    config: requiredInput(read, 'config'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: read('signing-key'),
    attachments: read('attachments') || null,
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}
