import { expect, it } from '@jest/globals';
import type { ReferenceState } from '@proofrail/core/images';
import { PLAIN } from '../terminal/style.ts';
import { imagesText } from './images-text.ts';

const text = (reference: string, state: ReferenceState): string =>
  imagesText([{ reference, state, file: null, line: null, ledger: null }], null, { style: PLAIN });

it('says what a reference lacks that is none', () => {
  expect(text(`ghcr.io/Acme/web@sha256:${'d'.repeat(64)}`, 'malformed')).toContain('expected a repository name in lower case');
});

it('shows one that is empty as such', () => expect(text('', 'malformed')).toContain('refused  ""'));
