import { inputFailure, inputLines, oneOf, requiredInput, type ReadInput } from '@proofrail/runner/inputs';

export interface Inputs {
  readonly references: readonly string[];
  readonly manifests: readonly string[];
  readonly ledger: string;
  readonly trust: string;
  /** Whose changes count: the platform's numeric id of the repository. */
  readonly repositoryId: string;
  readonly acceptGiven: boolean;
  readonly allowEnvironment: readonly string[];
}

/** @throws ConfigurationError `input/required`, `input/unknown-word`, `input/nothing-to-check` */
export function readInputs(read: ReadInput): Inputs {
  const references = inputLines(read, 'references');
  const manifests = inputLines(read, 'manifests');
  if (references.length + manifests.length === 0) {
    throw inputFailure('input/nothing-to-check', 'references', 'at least one image reference or manifest', 'neither');
  }
  const ledger = requiredInput(read, 'ledger');
  return {
    references,
    manifests,
    ledger,
    trust: requiredInput(read, 'trust'),
    repositoryId: requiredInput(read, 'repository-id'),
    acceptGiven: readAcceptGiven(read, ledger),
    allowEnvironment: inputLines(read, 'allow-environment'),
  };
}

/** Facts that were handed over satisfy nothing in a shared ledger (decisions.md, Facts). */
function readAcceptGiven(read: ReadInput, ledger: string): boolean {
  const accept = oneOf(read, 'accept-given', ['true', 'false']) === 'true';
  if (accept && /^[a-z0-9]+:/.test(ledger) && !ledger.startsWith('file:'))
    throw inputFailure('input/not-for-this-ledger', 'accept-given', 'false, except on a file: ledger', 'true');
  return accept;
}
