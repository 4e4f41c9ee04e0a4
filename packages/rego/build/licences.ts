import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inGoWorkspace } from './go-workspace.ts';
import { GO_LICENCE } from './paths.ts';

const LICENCE_FILE = /^(licen[cs]e|notice|patents|copying)/i;
const RULE = '='.repeat(80);

/** The licence texts of all code in the compiler, each text once, below the names of what it covers. */
export function licences(): string {
  const covers = new Map<string, string[]>([[readFileSync(GO_LICENCE, 'utf8').trim(), ['Go standard library, wasm_exec.js']]]);
  for (const { name, folder } of modulesInProgram()) {
    const files = readdirSync(folder)
      .filter((file) => LICENCE_FILE.test(file))
      .sort();
    if (files.length === 0) throw new Error(`expected a licence in ${name}; found none`);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
      covers.set(text, [...(covers.get(text) ?? []), name]);
    }
  }
  return [...covers].map(([text, names]) => `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`).join('\n');
}

function modulesInProgram(): { name: string; folder: string }[] {
  const template = '{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}';
  const listed = inGoWorkspace(({ go }) => go(['list', '-deps', '-f', template, '.']).toString());
  return [...new Set(listed.split('\n').filter(Boolean))].sort().map((line) => {
    const [name = '', folder = ''] = line.split('\t');
    return { name, folder };
  });
}
