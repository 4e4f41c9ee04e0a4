import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../../test/corpora.ts';
import { seededRandom } from '../../../../testkit/src/text/seeded-random.ts';
import { ConfigurationError } from '../../outcomes/failure.ts';
import { isPinned, type ImageReference } from './image-reference.ts';
import { parseImageReference } from './parse-image-reference.ts';
import { referenceParts } from './reference-parts.ts';
import { referenceState } from './reference-state.ts';

const HEX = 'dbcc1c35ac38df41fd2f5e4130b32ffdb93ebae8b3dbe638c23575912276fc9c';

interface Vectors {
  readonly parse: readonly { input: string; name?: string; domain?: string; tag?: string; digest?: string; error?: string }[];
  readonly normalized_valid: readonly string[];
  readonly normalized_invalid: readonly string[];
  readonly normalize: readonly { input: string; normalized: string }[];
  readonly split: readonly { input: string; domain: string; path: string }[];
}

const CODES: Readonly<Record<string, string>> = {
  'invalid format': 'image/format',
  'digest algorithm unsupported': 'image/digest-algorithm',
  'name contains uppercase': 'image/uppercase',
};

describeCorpus('image-references', (folder) => {
  const vectors = JSON.parse(readFileSync(path.join(folder, 'vectors.json'), 'utf8')) as Vectors;

  it.each(vectors.parse.filter(({ error }) => error === undefined))(
    'takes apart $input',
    ({ input, name, domain, tag, digest }) => {
      const parts = referenceParts(input, 'f');
      const whole = parts.domain === null ? parts.path : `${parts.domain}/${parts.path}`;
      expect([whole, parts.domain ?? '', parts.tag ?? '', parts.digest ?? '']).toEqual([name, domain, tag, digest]);
    },
  );

  it.each(vectors.parse.filter(({ error }) => error !== undefined))('refuses $input: $error', ({ input, error = '' }) => {
    expect(() => referenceParts(input, 'f')).toThrow(expect.objectContaining({ code: CODES[error] }));
  });

  it.each(vectors.normalized_valid)('accepts the familiar name %s', (name) => {
    expect(parseImageReference(name).path).not.toBe('');
  });

  it.each(vectors.normalized_invalid)('refuses the familiar name %s', (name) => {
    expect(() => parseImageReference(name)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^image\//) }));
  });

  it.each(vectors.normalize)('writes $input in full', ({ input, normalized }) => {
    if (!normalized.startsWith('sha256:')) return expect(inFull(parseImageReference(input))).toBe(normalized);
    // Upstream's result is a digest without a repository: recognised, and refused as something to pull.
    expect(() => parseImageReference(input)).toThrow(expect.objectContaining({ code: 'image/no-name', found: normalized }));
  });

  it.each(vectors.split)('finds the registry of $input', ({ input, domain, path: expected }) => {
    expect(parseImageReference(input)).toEqual({ domain, path: expected });
  });
});

describe('a pinned reference', () => {
  const states: [string, string][] = [
    [`redis@sha256:${HEX}`, 'pinned'],
    [`redis:7@sha256:${HEX}`, 'pinned'],
    [`r.example:5000/a/b@sha512:${HEX}${HEX}`, 'pinned'],
    ['redis', 'mutable'],
    ['redis:latest', 'mutable'],
    ['redis:sha256', 'mutable'],
    [`redis:${HEX}`, 'mutable'], // a tag that looks like a digest
    [`redis:sha256-${HEX}.sig`, 'mutable'],
    [`redis@sha256:${HEX.toUpperCase()}`, 'malformed'],
    [`redis@sha256:${HEX.slice(1)}`, 'malformed'],
    [`redis@sha256:${HEX}0`, 'malformed'],
    [`redis@md5:${HEX.slice(0, 32)}`, 'malformed'],
    [`redis@SHA256:${HEX}`, 'malformed'],
    [`redis@sha512:${HEX}`, 'malformed'],
    [`redis@sha256:${HEX}@sha256:${HEX}`, 'malformed'],
    [`redis@sha256:${HEX}:latest`, 'malformed'],
    [`redis@sha256:${HEX}\n`, 'malformed'],
    [` redis@sha256:${HEX}`, 'malformed'],
    [`sha256:${HEX}`, 'malformed'],
    [HEX, 'malformed'],
    ['', 'malformed'],
    ['redis:${TAG}', 'unresolvable'],
    ['redis@sha256:${DIGEST}', 'unresolvable'],
    [`$IMAGE@sha256:${HEX}`, 'unresolvable'],
    [`{{ .Values.image }}@sha256:${HEX}`, 'unresolvable'],
    ['%IMAGE%', 'unresolvable'],
  ];
  it.each(states)('%j is %s', (text, state) => {
    expect(referenceState(text)).toBe(state);
  });
});

it('means the same after it was written in full: 20,000 texts made of meaningful pieces', () => {
  const pieces = [
    'a',
    'B',
    '0',
    '.',
    '-',
    '_',
    '__',
    ':',
    ':5000',
    '/',
    '//',
    '@',
    'docker.io',
    'index.docker.io',
    'library',
    'localhost',
    '[::1]',
    `@sha256:${HEX}`,
    ':latest',
    HEX,
    '$',
  ];
  let accepted = 0;
  for (let seed = 0; seed < 20_000; seed += 1) {
    const random = seededRandom(seed);
    const text = Array.from({ length: 1 + random.below(7) }, () => random.pick(pieces)).join('');
    const first = parsed(text);
    if (first === null) continue;
    accepted += 1;
    const full = inFull(first);
    expect([text, parsed(full)]).toEqual([text, first]);
    expect([text, isPinned(first)]).toEqual([text, text.endsWith(`@sha256:${HEX}`)]);
  }
  expect(accepted).toBeGreaterThan(1_500);
});

const inFull = ({ domain, path, tag, digest }: ImageReference): string =>
  `${domain}/${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

function parsed(text: string): ImageReference | null {
  try {
    return parseImageReference(text);
  } catch (error) {
    if (error instanceof ConfigurationError) return null;
    throw error;
  }
}

it('answers at once to texts made to send an expression back and forth', () => {
  for (const text of [
    'a-'.repeat(50_000),
    'a_'.repeat(50_000),
    'a.'.repeat(50_000),
    `${'a'.repeat(100_000)}!`,
    ':1'.repeat(50_000),
    `${'a/'.repeat(50_000)}!`,
    'a.-'.repeat(50_000),
  ]) {
    const started = performance.now();
    parsed(text);
    expect(performance.now() - started).toBeLessThan(200);
  }
});
