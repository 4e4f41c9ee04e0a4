import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileModule, loadPolicy } from '@proofrail/core/policy';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildPolicies, type PolicyArtifacts } from './build/build-policies.ts';
import { neededBuiltins } from './build/needed-builtins.ts';
import { readRegoSources, type RegoSources } from './build/rego-sources.ts';
import { readBundle } from './read-bundle.ts';

const root = path.resolve(import.meta.dirname, '..');
const sources = readRegoSources(import.meta.dirname);
let artifacts: PolicyArtifacts;

beforeAll(async () => {
  artifacts = await buildPolicies(sources);
});

describe('what is committed beside the rules', () => {
  it('is what the rules make of it, byte for byte, the module too', () => {
    const differing = [...artifacts].filter(([file, bytes]) => !readFileSync(path.join(root, file)).equals(bytes));
    expect(differing.map(([file]) => file)).toEqual([]);
  });

  it('is a module that asks its host for no function at all', async () => {
    expect(neededBuiltins(await compileModule(readBundle().wasm))).toEqual([]);
  });

  it('loads, and names no path of the machine it was built on', async () => {
    const bundle = readBundle();
    const files = Object.keys(sources.rules).filter((file) => !file.startsWith('lib/'));
    const { manifest } = await loadPolicy(bundle);
    expect(manifest.rules.map(({ id }) => `${id.replace('.', '/')}.rego`)).toEqual(files.sort());
    expect(Buffer.from(bundle.wasm).includes(root)).toBe(false);
  });

  it('shows all forty lines of the catalogue, built or not', () => {
    const page = new TextDecoder().decode(artifacts.get('docs/rules.md'));
    expect(page.match(/^\| [A-Z]{3}-\d\d \|/gm)).toHaveLength(40);
  });
});

describe('a rule that does not say what it is breaks the build with file and line', () => {
  const FILE = 'approvals/quorum.rego';
  const edited = (edit: (text: string) => string): RegoSources => ({
    ...sources,
    rules: { ...sources.rules, [FILE]: edit(sources.rules[FILE] ?? '') },
  });
  const without = (line: RegExp) => edited((text) => text.replace(line, ''));

  it.each([
    ['no annotation', edited((text) => text.slice(text.indexOf('package '))), 'policies/annotation', `${FILE}:1`],
    ['no title', without(/^# title:.*\n/m), 'policies/annotation', `${FILE}:1`],
    ['no controls', without(/^# {3}controls:\n(#.*\n){2}/m), 'policies/annotation', `${FILE}:1`],
    [
      'an alias that the catalogue does not have',
      edited((text) => text.replace('APR-01', 'APR-99')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    ['the alias of another rule', edited((text) => text.replace('APR-01', 'APR-02')), 'policies/annotation', FILE],
    ['waivable against the catalogue', edited((text) => text.replace('APR-01', 'SIG-02')), 'policies/annotation', `${FILE}:1`],
    [
      'another package',
      edited((text) => text.replace('package proofrail.approvals.quorum', 'package proofrail.approvals.quota')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    [
      'a control of the catalogue left out',
      edited((text) => text.replace('A.8.32, A.5.3', 'A.8.32')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    [
      'an input that no document has',
      edited((text) => text.replace('/change/last_push', '/change/last_pushed')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    [
      'a reason that it has no words for',
      edited((text) => text.replace('"code": "by-contributor"', '"code": "by-author"')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    [
      'words for a reason that it never gives',
      edited((text) => text.replace(/^# {5}no-minimum:/m, '#     idle: Nobody says this\n#     no-minimum:')),
      'policies/annotation',
      `${FILE}:1`,
    ],
    ['no pass', edited((text) => text.replace('pass if', 'passes if')), 'policies/annotation', `${FILE}:1`],
    ['a syntax error', edited((text) => `${text}\npass if {`), 'policies/rego', FILE],
    [
      'a misspelt field of the input',
      edited((text) => text.replaceAll('input.contributors', 'input.contributers')),
      'policies/rego',
      FILE,
    ],
    ['a function of the host', edited((text) => `${text}\nlate if time.now_ns() > 0\n`), 'policies/rego', FILE],
    ['regex.split', edited((text) => `${text}\nlate := regex.split("a", "b")\n`), 'policies/rego', FILE],
  ])('%s', async (_, broken, code, at) => {
    await expect(buildPolicies(broken)).rejects.toMatchObject({ code, at: expect.stringContaining(at) });
  });
});
