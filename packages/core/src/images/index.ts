export { decodeManifest } from './reading/decode-manifest.ts';
export { findImageReferences, type FoundReference } from './find-image-references.ts';
export type { ImageKind } from './forms/image-node.ts';
export { isPinned, type ImageReference } from './reference/image-reference.ts';
export { hasSignOfManifest } from './reading/manifest-signs.ts';
export { parseImageReference } from './reference/parse-image-reference.ts';
export { whyMalformed } from './reference/why-malformed.ts';
export { referenceState, type ReferenceState } from './reference/reference-state.ts';
