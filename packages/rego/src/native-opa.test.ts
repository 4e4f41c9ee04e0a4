import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { APPROVALS_POLICY, APPROVALS_TESTS, CONFTEST_POLICY } from '../test/approvals-policy.ts';
import { describeNativeOpa } from '../test/describe-native-opa.ts';
import { RegoCompiler } from './rego-compiler.ts';

type Files = Readonly<Record<string, string>>;

describeNativeOpa('beside a native opa', (opa) => {
  const rego = new RegoCompiler();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'proofrail-opa-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(files: Files): string[] {
    for (const [name, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), source);
    }
    return Object.keys(files);
  }

  const run = (...args: string[]) => execFileSync(opa, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });

  function nativeModule(files: Files, entrypoint: string, ...flags: string[]): Buffer {
    run('build', ...flags, '--target', 'wasm', '--entrypoint', entrypoint, '--output', 'bundle.tar.gz', ...write(files));
    return execFileSync('tar', ['-xzPOf', 'bundle.tar.gz', '/policy.wasm'], { cwd: folder, maxBuffer: 16 * 1_048_576 });
  }

  it('is of the same version', () => {
    const pinned = /opa v(\S+)/.exec(readFileSync(new URL('../go/go.mod', import.meta.url), 'utf8'))?.[1];
    expect(run('version').toString()).toContain(`Version: ${pinned}\n`);
  });

  it.each([
    ['Rego v1', APPROVALS_POLICY, 'proofrail/approvals', 'v1', []],
    ['Rego v1 with its tests', { ...APPROVALS_POLICY, ...APPROVALS_TESTS }, 'proofrail/approvals/pass', 'v1', []],
    ['Rego v0', CONFTEST_POLICY, 'iso/approvals/deny', 'v0', ['--v0-compatible']],
  ] as const)('builds the same bytes from %s', async (_, files, entrypoint, regoVersion, flags) => {
    const ours = await rego.build({ files, entrypoints: [entrypoint], regoVersion });
    if (ours.kind === 'rejected') throw new Error(JSON.stringify(ours.errors));
    expect(nativeModule(files, entrypoint, ...flags).equals(ours.wasm)).toBe(true);
  });

  it('covers the same lines by the same tests', async () => {
    const files = { ...APPROVALS_POLICY, ...APPROVALS_TESTS };
    const ours = await rego.test({ files, run: 'two_people' });
    if (ours.kind === 'rejected') throw new Error(JSON.stringify(ours.errors));
    const native = JSON.parse(run('test', '--coverage', '--format', 'json', '--run', 'two_people', ...write(files)).toString());
    expect(ours.coverage.percent).toBe(native.coverage);
    for (const [file, { percent }] of Object.entries(ours.coverage.files)) expect(percent).toBe(native.files[file].coverage ?? 0);
  });

  it('formats alike', async () => {
    const files = { 'crooked.rego': 'package a\nimport data.b\nx   if  { b.y ; not   input.z }\n' };
    const ours = await rego.format({ files });
    expect(ours).toEqual({ kind: 'formatted', files: { 'crooked.rego': run('fmt', ...write(files)).toString() } });
  });
});
