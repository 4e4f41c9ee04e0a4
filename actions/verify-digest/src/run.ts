import type { Sha256 } from '@proofrail/core/canonical';
import type { DigestAnswer } from '@proofrail/core/gate';
import { findImageReferences, isPinned, parseImageReference, referenceState } from '@proofrail/core/images';
import { ConfigurationError, worstOutcome, type Outcome } from '@proofrail/core/outcomes';
import type { Inputs } from './inputs.ts';

export interface Dependencies {
  /** Text of a manifest. Throws ConfigurationError or UnavailableError. */
  readManifest(file: string): string;
  /** What the ledger knows about a digest. Throws when the ledger cannot be read, or is not what its signatures say. */
  digestAllowed(digest: Sha256): Promise<DigestAnswer>;
}

/** Where a reference stands; null for one that was handed over by itself. */
export interface Found {
  readonly reference: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface Verified extends Found {
  readonly answer: DigestAnswer | { readonly outcome: 'deny'; readonly code: 'image/not-pinned'; readonly reason: string };
}

export interface Result {
  readonly outcome: Outcome;
  readonly images: readonly Verified[];
}

/** Every reference is looked at, even after the first that is refused: whoever mends the manifests wants to do it once. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const found = [
    ...inputs.references.map((reference) => ({ reference, file: null, line: null })),
    ...inputs.manifests.flatMap((file) => imagesIn(file, deps)),
  ];
  const images: Verified[] = [];
  for (const image of found) images.push({ ...image, answer: await verify(image.reference, deps) });
  return { images, outcome: worstOutcome(images.map(({ answer }) => answer.outcome)) };
}

function imagesIn(file: string, deps: Dependencies): readonly Found[] {
  const images = findImageReferences(deps.readManifest(file), file);
  if (images.length > 0) return images;
  throw new ConfigurationError('image/nothing-found', {
    expected: 'at least one image',
    found: 'none',
    at: file,
    doThis: 'name the manifests that are deployed; nothing checked is never ok',
  });
}

const LOOSE = {
  mutable: 'a tag can point elsewhere tomorrow; use name@sha256:…',
  unresolvable: 'a template: render it first, nobody knows what it will name',
  malformed: 'not an image reference',
} as const;

async function verify(reference: string, deps: Dependencies): Promise<Verified['answer']> {
  const state = referenceState(reference);
  if (state !== 'pinned') return { outcome: 'deny', code: 'image/not-pinned', reason: LOOSE[state] };
  const image = parseImageReference(reference);
  if (isPinned(image) && image.digest.startsWith('sha256:')) return deps.digestAllowed(image.digest as Sha256);
  return { outcome: 'deny', code: 'image/not-pinned', reason: 'the ledger knows images by their SHA-256 digest only' };
}
