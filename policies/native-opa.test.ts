import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeNativeOpa } from '../packages/rego/test/describe-native-opa.ts';
import { ENTRYPOINTS } from '@proofrail/core/policy';
import { DECISION_FILE, readRegoSources } from './build/rego-sources.ts';
import { readBundle } from './read-bundle.ts';

const folder = import.meta.dirname;

describeNativeOpa('the shipped module, beside a native opa', (opa) => {
  it('is what "opa build" makes of the rules, byte for byte: nobody has to trust a compiler of ours', () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-native-bundle-'));
    try {
      const bundle = path.join(scratch, 'bundle.tar.gz');
      const files = [...Object.keys(readRegoSources(folder).rules), DECISION_FILE];
      const how = [
        '--target',
        'wasm',
        ...ENTRYPOINTS.flatMap((each) => ['--entrypoint', each]),
        '--capabilities',
        'capabilities.json',
      ];
      execFileSync(opa, ['build', ...how, '--output', bundle, ...files], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
      const native = execFileSync('tar', ['-xzPOf', bundle, '/policy.wasm'], { maxBuffer: 16 * 1_048_576 });
      expect(native.equals(readBundle().wasm)).toBe(true);
      expect(readFileSync(path.join(folder, 'bundle/policy.wasm')).equals(native)).toBe(true);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});
