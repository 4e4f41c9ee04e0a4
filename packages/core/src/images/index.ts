export { decodeManifest } from './decode-manifest.ts';
export { findImageReferences, type FoundReference } from './find-image-references.ts';
export type { ImageKind } from './image-node.ts';
export { isPinned, type ImageReference } from './image-reference.ts';
export { hasSignOfManifest } from './manifest-signs.ts';
export { parseImageReference } from './parse-image-reference.ts';
export { referenceState, type ReferenceState } from './reference-state.ts';
