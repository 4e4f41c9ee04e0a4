import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { OPA_SDK_VERSION } from './sdk-version.ts';

it('names in every decision the evaluator that is really installed', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(manifest.dependencies['@open-policy-agent/opa-wasm']).toBe(OPA_SDK_VERSION);
});
