import { inputLines, requiredInput, type ReadInput } from '@proofrail/runner/inputs';

export interface Inputs {
  /** A path, or `-` for standard input. */
  readonly facts: string;
  readonly reports: readonly string[];
  readonly config: string;
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one. */
  readonly signingKey: string;
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/repeated` */
export function readInputs(read: ReadInput): Inputs {
  return {
    facts: requiredInput(read, 'facts'),
    reports: inputLines(read, 'reports'),
    config: requiredInput(read, 'config'),
    ledger: requiredInput(read, 'ledger'),
    signingKey: requiredInput(read, 'signing-key'),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}
