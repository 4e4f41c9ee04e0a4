import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import type { DigestAnswer } from '@proofrail/core/gate';
import {
  findImageReferences,
  isPinned,
  parseImageReference,
  referenceState,
  whyMalformed,
  type ReferenceState,
} from '@proofrail/core/images';
import { ConfigurationError, worstOutcome, type Outcome } from '@proofrail/core/outcomes';
import type { Inputs } from './inputs.ts';

export interface Dependencies {
  /** Text of a manifest. Throws ConfigurationError or UnavailableError. */
  readManifest(file: string): string;
  /** For any number of questions. It and they throw TamperedError when what they read does not verify. */
  openLedger(): Promise<(digest: Sha256) => Promise<DigestAnswer>>;
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
  readonly outcome: 'deny';
  readonly code: 'image/not-pinned';
  readonly reason: string;
}

const NOT_PINNED: Readonly<Record<Exclude<ReferenceState, 'malformed'>, string>> = {
  pinned: 'named by a digest that is not SHA-256. The ledger knows no other',
  mutable:
    'named by a tag, which can point elsewhere tomorrow. Write name@sha256: and the 64 hex digits that the registry answers for it',
  unresolvable: 'a template, and nobody knows what it will name. Render it first',
  elsewhere:
    'another file, deployed with this one, that was not looked at. Name what is deployed in the end, as "docker compose config" and "kustomize build" print it',
};

export interface Result {
  readonly outcome: Outcome;
  readonly images: readonly Verified[];
}

/** Every reference is looked at, even after the first that is refused: whoever mends the manifests wants to do it once. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const found = [
    ...inputs.references.map((reference) => ({ reference, file: null, line: null, state: referenceState(reference) })),
    ...inputs.manifests.flatMap((file) => imagesIn(file, deps)),
  ];
  const ask = await deps.openLedger();
  const images: Verified[] = [];
  for (const { state, ...place } of found) images.push({ ...place, answer: await verify(place.reference, state, ask) });
  return { images, outcome: worstOutcome(images.map(({ answer }) => answer.outcome)) };
}

function imagesIn(file: string, deps: Dependencies) {
  const found = findImageReferences(deps.readManifest(file), file);
  const images = found.map(({ reference, line, state }) => ({ reference, file, line, state }));
  if (images.length > 0) return images;
  throw new ConfigurationError('image/nothing-found', {
    expected: 'at least one image',
    found: 'none',
    at: file,
    doThis: 'name the manifests that are deployed; nothing checked is never ok',
  });
}

async function verify(
  reference: string,
  state: ReferenceState,
  ask: (digest: Sha256) => Promise<DigestAnswer>,
): Promise<Verified['answer']> {
  const image = state === 'pinned' ? parseImageReference(reference) : null;
  if (image !== null && isPinned(image) && isSha256(image.digest)) return ask(image.digest);
  return {
    outcome: 'deny',
    code: 'image/not-pinned',
    reason: state === 'malformed' ? whyMalformed(reference) : NOT_PINNED[state],
  };
}
