import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Rego text by path relative to `policies/`, which is what the built module and every diagnostic name. */
export interface RegoSources {
  readonly rules: Readonly<Record<string, string>>;
  readonly tests: Readonly<Record<string, string>>;
}

/** What the builder writes itself is no source. */
export const DECISION_FILE = 'decision.rego';

export function readRegoSources(folder: string): RegoSources {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rego') && !file.includes('node_modules') && file !== DECISION_FILE)
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const read = (chosen: readonly string[]) =>
    Object.fromEntries(chosen.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const isTest = (file: string) => file.endsWith('_test.rego') || file.startsWith('testing/');
  return { rules: read(files.filter((file) => !isTest(file))), tests: read(files.filter(isTest)) };
}
