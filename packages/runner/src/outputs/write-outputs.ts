import { setOutput } from '@actions/core';
import { EngineError } from '@proofrail/core/outcomes';

const MOST_CHARACTERS = 500_000; // the platform counts UTF-16 bytes, 1 MB for all outputs of a job (gate.md 1.5)

/**
 * Hands values to later steps, through the output file, never through standard output. Call it last: what a step says about itself
 * must not be overwritten by anything printed after it.
 *
 * @throws EngineError `output/control-character`, `output/too-large`: later steps would read something else than was meant
 */
export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) requirePlain(name, value);
  const total = Object.values(outputs).reduce((sum, value) => sum + value.length, 0);
  if (total > MOST_CHARACTERS)
    throw problem('output/too-large', `at most ${MOST_CHARACTERS} characters in all outputs`, String(total), 'outputs');
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

function requirePlain(name: string, value: string): void {
  const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.exec(value);
  if (control === null) return;
  const found = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} at character ${control.index}`;
  throw problem('output/control-character', 'a value of one line without control characters', found, name);
}

const problem = (code: `output/${string}`, expected: string, found: string, at: string): EngineError =>
  new EngineError(code, { expected, found, at, doThis: 'report this at the repository of the action' });
