import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeWith } from '../needs/describe-with.ts';
import { faultIn, filesOf, INFRA, textOf } from './hcl-files.ts';
import { shippedPolicy, shippedTemplate } from './shipped-policy.ts';

const HCL = filesOf('.tf');

describe.each(HCL)('infra/%s', (file) => {
  const text = textOf(file);

  it('is whole: nothing in it stays open', () => {
    expect(faultIn(text)).toBeNull();
  });

  it('is set as terraform fmt sets it, as far as that shows without it', () => {
    const odd = text.split('\n').filter((line) => /\t|\s$/.test(line) || (/^ */.exec(line)?.[0].length ?? 0) % 2 === 1);
    expect([odd, text.endsWith('}\n'), /\n\n\n/.test(text)]).toEqual([[], true, false]);
  });
});

it.each(['a = "x', 'a {', 'a = [1', 'a = "${b"', 'a }', 'a = "${x(}"'])('%j would not pass for whole', (text) => {
  expect(faultIn(`${text}\n`)).not.toBeNull();
});

const hcl = process.env['PROOFRAIL_HCL'] ?? '';

describeWith(
  { name: 'the parser of HCL', path: hcl, install: 'build it from test/tools/hcl and set PROOFRAIL_HCL' },
  'HashiCorp’s own parser',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-hcl-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const faults = (...files: string[]): string => spawnSync(hcl, files, { encoding: 'utf8' }).stdout;

    it('takes every file, and would set none in another way', () => {
      expect(faults(...HCL.map((file) => path.join(INFRA, file)))).toBe('');
    });

    it.each([
      ['a = = 1\n', /Invalid expression/],
      ['resource "a" {\n  b c\n}\n', /Invalid block definition/],
      ['a   = 1\n', /terraform fmt would set it otherwise/],
    ])('does not take %j, in which nothing stays open', (text, fault) => {
      expect(faultIn(text)).toBeNull();
      const file = path.join(folder, 'odd.tf');
      writeFileSync(file, text);
      expect(faults(file)).toMatch(fault);
    });
  },
);

it('each policy is used by the Terraform, and each that it uses is there', () => {
  const used = HCL.flatMap((file) => [...textOf(file).matchAll(/([a-z-]+)\.json\.tftpl"/g)].map(([, name = '']) => name));
  const shipped = filesOf('.json.tftpl').map((file) => path.basename(file, '.json.tftpl'));
  expect([...new Set(used)].sort()).toEqual([...shipped].sort());
});

it('a policy uses two forms of templates, both of which the tests fill in as Terraform does', () => {
  for (const file of filesOf('.json.tftpl')) {
    const text = shippedTemplate(path.relative('policies', file).replace('.json.tftpl', ''));
    expect(text.replaceAll(/\$\{(?:\w+|jsonencode\(\w+\))\}/g, '')).not.toMatch(/[$%]\{/);
  }
});

it('nothing lets evidence expire, and nothing but a person with a plan destroys it', () => {
  const all = HCL.map(textOf).join('\n');
  expect(all).not.toMatch(/lifecycle_configuration"|force_destroy|skip_destroy|replication_configuration"/);
  expect(all.match(/prevent_destroy = true/g)).toHaveLength(5); // buckets, keys of buckets, key of the log, key that countersigns, key of records
});

it('seven years are the default, and no bucket locks in another mode than COMPLIANCE', () => {
  expect(/variable "retention_days" \{[^}]*default += (\d+)/.exec(textOf('variables.tf'))?.[1]).toBe('2555');
  expect(HCL.flatMap((file) => [...textOf(file).matchAll(/^ +mode += (.*)$/gm)].map(([, mode]) => mode))).toEqual([
    '"COMPLIANCE"',
  ]);
});

const terraform = spawnSync('terraform', ['version'], { encoding: 'utf8' }).status === 0;
/** Where a machine keeps providers that need no network. */
const plugins = [process.env['PROOFRAIL_TERRAFORM_PLUGINS'], '/opt/tf-plugins', '/usr/share/terraform/plugins'].find(
  (folder) => folder !== undefined && existsSync(folder),
);
const validated = terraform && plugins !== undefined && process.env['PROOFRAIL_REQUIRE_ALL'] === '1';
if (!terraform) console.warn('skipped: terraform fmt and validate, because there is no terraform here');
else if (plugins === undefined)
  console.warn('skipped: terraform validate, because PROOFRAIL_TERRAFORM_PLUGINS names no folder of providers');

(terraform ? describe : describe.skip)('terraform itself', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'proofrail-infra-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const run = (...words: string[]): string =>
    execFileSync('terraform', words, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  it('finds nothing to set in another way', () => {
    cpSync(INFRA, copy, { recursive: true });
    expect(
      run('fmt', '-check', '-recursive')
        .split('\n')
        .filter((line) => line.endsWith('.tf')),
    ).toEqual([]);
  });

  it('fills the policies in as the tests do', () => {
    const templates = filesOf('.json.tftpl').map((file) => path.relative('policies', file).replace('.json.tftpl', ''));
    const variables = (name: string): Record<string, string | string[]> =>
      Object.fromEntries([
        ...[...shippedTemplate(name).matchAll(/\$\{(\w+)\}/g)].map(([, word = '']) => [word, `the-${word}`] as const),
        ...[...shippedTemplate(name).matchAll(/\$\{jsonencode\((\w+)\)\}/g)].map(
          ([, word = '']) => [word, ['a', `b-${word}`]] as const,
        ),
      ]);
    const calls = templates.map((name) => `templatefile("${name}.json.tftpl", ${JSON.stringify(variables(name))})`);
    const { stdout } = spawnSync('terraform', ['console'], {
      cwd: path.join(copy, 'policies'), // no Terraform there: no provider is started
      input: `jsonencode([${calls.join(', ')}])\n`,
      encoding: 'utf8',
    });
    const filled = JSON.parse(JSON.parse(stdout) as string) as string[];
    expect(filled).toEqual(templates.map((name) => shippedPolicy(name, variables(name))));
  });

  (validated ? it : it.skip)('accepts the whole against the schema of the provider', () => {
    run('init', '-backend=false', '-input=false', `-plugin-dir=${plugins}`);
    const { valid, diagnostics } = JSON.parse(run('validate', '-json')) as { valid: boolean; diagnostics: unknown };
    expect([valid, diagnostics]).toEqual([true, []]);
  });
});
