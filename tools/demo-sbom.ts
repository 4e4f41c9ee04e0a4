// Makes examples/sbom anew: what the demo's image is made of, by the package manager that the lockfile of its commit is pinned to.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FORMATS = ['cyclonedx', 'spdx'] as const;
const asked = (format: string, out: string): string[] =>
  `--pm-on-fail=ignore sbom --sbom-format ${format} --prod --lockfile-only --sbom-type application --out ${out}`.split(' ');

/** Writes both documents and the commit, day and commands into their README. Their serial numbers and times are the generator's own. */
export function makeDemoSboms(root: string, commit: string): void {
  const clone = mkdtempSync(path.join(tmpdir(), 'proofrail-demo-sbom-'));
  const folder = path.join(root, 'examples/sbom');
  try {
    execFileSync('git', ['clone', '-q', '--no-checkout', root, clone]);
    execFileSync('git', ['checkout', '-q', commit], { cwd: clone });
    const [, pnpm = ''] = /'(pnpm@[0-9.]+)'/.exec(readFileSync(path.join(root, 'tools/bootstrap.mjs'), 'utf8')) ?? [];
    for (const format of FORMATS) {
      const name = `proofrail.${format}.json`;
      execFileSync('npx', ['--yes', pnpm, ...asked(format, name)], { cwd: clone, stdio: ['ignore', 'ignore', 'inherit'] });
      copyFileSync(path.join(clone, name), path.join(folder, name));
    }
    sayWhence(path.join(folder, 'README.md'), commit);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

function sayWhence(readme: string, commit: string): void {
  const day = new Date().toISOString().slice(0, 10);
  const text = readFileSync(readme, 'utf8');
  writeFileSync(readme, text.replace(/Written on [0-9-]+/, `Written on ${day}`).replace(/`[0-9a-f]{40}`/, `\`${commit}\``));
}
