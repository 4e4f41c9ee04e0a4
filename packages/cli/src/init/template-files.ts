import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { InitOptions } from './declare-init.ts';

/** Path inside the repository, with `/` between names → text. */
export type TemplateFiles = ReadonlyMap<string, string>;

/** The examples are what is written: an example that nobody uses would go stale. ConfigurationError `init/no-templates`. */
export function templateFiles(mode: InitOptions['mode'], callers = callersFolder()): TemplateFiles {
  const folder = path.join(callers, mode);
  if (!existsSync(folder)) throw noTemplates(folder);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]));
}

const callersFolder = (): string => fileURLToPath(new URL('../examples/callers', import.meta.url));

const noTemplates = (at: string): ConfigurationError =>
  new ConfigurationError('init/no-templates', {
    expected: 'the folder examples/callers of the release, whose files are written',
    found: 'nothing',
    at,
    doThis: 'Use the release whole.',
  });
