import { inputFailure, inputLines, oneOf, requiredInput, type ReadInput } from '@proofrail/runner/inputs';

export interface Inputs {
  readonly phase: 'all' | 'decide';
  /** A path, or `-` for standard input. */
  readonly facts: string;
  readonly reports: readonly string[];
  readonly config: string;
  /** Empty in phase `decide`, and so is the key: that phase writes nothing. */
  readonly ledger: string;
  /** Secret: a key in PEM, or the path of one; `run` or empty: a key made for this run. */
  readonly signingKey: string;
  /** null: beside the ledger. */
  readonly attachments: string | null;
  /** null: beside the ledger. */
  readonly identities: string | null;
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/unknown-word`, `input/not-for-this-phase` */
export function readInputs(read: ReadInput): Inputs {
  const phase = oneOf(read, 'phase', ['all', 'decide']);
  const forRecording = (name: 'signing-key' | 'attachments' | 'identities'): string =>
    phase === 'all' ? read(name) : requireNothing(read, name);
  return {
    phase,
    facts: requiredInput(read, 'facts'),
    reports: inputLines(read, 'reports'),
    config: requiredInput(read, 'config'),
    ledger: phase === 'all' ? requiredInput(read, 'ledger') : requireNothing(read, 'ledger'),
    signingKey: forRecording('signing-key'),
    attachments: forRecording('attachments') || null,
    identities: forRecording('identities') || null,
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}

/** A step that asks for evidence in a phase that writes none would look as if it had left some. */
function requireNothing(read: ReadInput, name: string): string {
  if (read(name) === '') return '';
  throw inputFailure('input/not-for-this-phase', name, 'nothing in phase decide, which writes no evidence', 'a value');
}
