import { findImageReferences, referenceState, type ReferenceState } from '@proofrail/core/images';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { readBoundedFile } from '@proofrail/machine';
import type { Answer, Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { imageTargets } from './image-targets.ts';

export interface JudgedReference {
  readonly reference: string;
  /** Null for a reference that was given on the command line. */
  readonly file: string | null;
  readonly line: number | null;
  readonly state: ReferenceState;
}

const MOST_BYTES = 16 * 1_048_576;

/**
 * Requires that every reference names bytes. ConfigurationError `image/...` for a file that cannot be read as a whole, and
 * `image/nothing-found` where there is nothing to judge.
 */
export function verifyImages(words: readonly string[]): Answer {
  const targets = imageTargets(words);
  const images = targets.flatMap((target): JudgedReference[] =>
    target.kind === 'reference'
      ? [{ reference: target.text, file: null, line: null, state: referenceState(target.text) }]
      : findImageReferences(Buffer.from(readBoundedFile(target.file, { most: MOST_BYTES })).toString('utf8'), target.file).map(
          ({ reference, file, line, state }) => ({ reference, file, line, state }),
        ),
  );
  if (images.length === 0) throw nothingFound(words, targets.length);
  const loose = images.filter((image) => image.state !== 'pinned');
  return {
    outcome: loose.length === 0 ? 'allow' : 'deny',
    json: { counts: { images: images.length, pinned: images.length - loose.length }, images },
    text: (page) => imagesText(images, page),
  };
}

function nothingFound(words: readonly string[], files: number): ConfigurationError {
  return new ConfigurationError('image/nothing-found', {
    expected: 'at least one image reference to judge',
    found: files === 0 ? 'no .yaml or .yml file' : `none in ${files} ${files === 1 ? 'file' : 'files'}`,
    at: words.join(' '),
    doThis: 'name the manifests that are deployed; nothing checked is never ok',
  });
}

const WORDS: Readonly<Record<ReferenceState, string>> = {
  pinned: 'by digest',
  mutable: 'mutable: a tag can point elsewhere tomorrow',
  unresolvable: 'a template: render it first, nobody knows what it will name',
  malformed: 'not an image reference',
};

function imagesText(images: readonly JudgedReference[], { style, columns }: Page): string {
  const rows = images.map(({ reference, file, line, state }) => [
    { text: state === 'pinned' ? 'ok' : 'refused', look: state === 'pinned' ? style.good : style.bad },
    { text: file === null ? 'command line' : shown(`${file}:${line}`), look: style.quiet },
    shown(reference),
    WORDS[state],
  ]);
  const loose = images.filter((image) => image.state !== 'pinned').length;
  const summary =
    loose === 0
      ? `all ${images.length} images are named by digest`
      : `${loose} of ${images.length} images are not named by digest`;
  return `${table(rows, columns === undefined ? {} : { columns })}\n\n${style.strong(summary)}`;
}
