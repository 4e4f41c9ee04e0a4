import { readKeyValueFile } from './key-value-file.ts';

/** By any case: it would change how Node runs in every later step (actions/runner, FileCommandManager.cs). No other name is blocked. */
const BLOCKED = 'node_options';

/** The file behind GITHUB_ENV. Throws where the runner fails the step. */
export function readEnvironmentFile(text: string): Record<string, string> {
  const values = readKeyValueFile(text);
  const blocked = Object.keys(values).find((name) => name.toLowerCase() === BLOCKED);
  if (blocked === undefined) return values;
  throw new Error(`Can't store ${blocked} output parameter using '$GITHUB_ENV' command.`);
}
