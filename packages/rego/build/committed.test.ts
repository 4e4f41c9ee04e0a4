import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { bundleChild } from './child.ts';
import { digestFile, pinnedDigest } from './digests.ts';
import { CHILD, COMPILER, DIGESTS, GO_SOURCES, LICENCES, PINNED_DIGEST } from './paths.ts';

const text = (path: string | URL) => readFileSync(path, 'utf8');
const firstMatch = (pattern: RegExp, source: string) => pattern.exec(source)?.[1];

describe('what is committed in dist/rego', () => {
  it('has the digests that are written beside it and in our code', () => {
    const compressed = readFileSync(COMPILER);
    expect(text(DIGESTS)).toBe(digestFile(compressed, brotliDecompressSync(compressed)));
    expect(text(PINNED_DIGEST)).toBe(pinnedDigest(compressed));
  });

  it('starts by the program in src/child', () => {
    expect(text(CHILD)).toBe(bundleChild());
  });

  it('is of the OPA version whose licence it carries', () => {
    const opa = firstMatch(/open-policy-agent\/opa (v\S+)/, text(`${GO_SOURCES}/go.mod`));
    expect(text(LICENCES)).toContain(`github.com/open-policy-agent/opa ${opa}\n`);
  });
});

describe('the native tools that we compare with', () => {
  const ours = text(`${GO_SOURCES}/go.mod`);
  const theirs = text(new URL('../../../test/tools/go.mod', import.meta.url));

  it.each([
    ['OPA', /^(?:require |\t)github\.com\/open-policy-agent\/opa (v\S+)/m],
    ['Go', /^go (\S+)$/m],
  ])('are pinned to the same version of %s', (_, pattern) => {
    expect(firstMatch(pattern, ours)).toMatch(/\d/);
    expect(firstMatch(pattern, theirs)).toBe(firstMatch(pattern, ours));
  });
});
