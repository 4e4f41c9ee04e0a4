import type { Node } from 'yaml';

/** The use that a manifest makes of an image. */
export type ImageKind = 'container' | 'init-container' | 'ephemeral-container' | 'image-volume' | 'service';

/** A place in a manifest where something will be pulled. */
export interface ImageNode {
  readonly node: Node;
  readonly kind: ImageKind;
}
