import type { Sha256 } from '@proofrail/core/canonical';
import { digestAllowed, type DigestAnswer, type LedgerEntry } from '@proofrail/core/evidence';
import { findImageReferences, isPinned, parseImageReference, referenceState, type ReferenceState } from '@proofrail/core/images';
import { ConfigurationError, worstOutcome, type Outcome } from '@proofrail/core/outcomes';
import type { Inputs } from './inputs.ts';

export interface Dependencies {
  /** Text of a manifest. Throws ConfigurationError or UnavailableError. */
  readManifest(file: string): string;
  /** The records that verify under the trust file, in the order of the ledger. Throws TamperedError when any does not. */
  readEntries(): Promise<readonly LedgerEntry[]>;
}

/** One reference, and where it stands; file and line are null for one that was handed over by itself. */
export interface Verified {
  readonly reference: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly answer: DigestAnswer | NotPinned;
}

/** A reference that names no bytes: whatever the ledger knows, it is not about what will run. */
export interface NotPinned {
  readonly kind: 'not-pinned';
  readonly state: ReferenceState;
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
  const entries = await deps.readEntries();
  const images = found.map(({ reference, file, line }) => ({
    reference,
    file,
    line,
    answer: verify(reference, entries, inputs),
  }));
  return { images, outcome: worstOutcome(images.map(({ answer }) => (answer.kind === 'allowed' ? 'allow' : 'deny'))) };
}

function imagesIn(file: string, deps: Dependencies): ReturnType<typeof findImageReferences> {
  const images = findImageReferences(deps.readManifest(file), file);
  if (images.length > 0) return images;
  throw new ConfigurationError('image/nothing-found', {
    expected: 'at least one image',
    found: 'none',
    at: file,
    doThis: 'name the manifests that are deployed; nothing checked is never ok',
  });
}

function verify(reference: string, entries: readonly LedgerEntry[], { acceptGiven }: Inputs): Verified['answer'] {
  const state = referenceState(reference);
  const image = state === 'pinned' ? parseImageReference(reference) : null;
  // The ledger knows artifacts by SHA-256; another algorithm names nothing that it could have seen.
  if (image === null || !isPinned(image) || !image.digest.startsWith('sha256:')) return { kind: 'not-pinned', state };
  return digestAllowed(entries, image.digest as Sha256, { acceptGiven });
}
