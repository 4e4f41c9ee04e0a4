import type { Node } from 'yaml';

/**
 * The use that a manifest makes of an image. `named`: a member called an image, in a place that no known form has. `elsewhere`: another
 * file that is deployed together with this one.
 */
export type ImageKind =
  | 'container'
  | 'init-container'
  | 'ephemeral-container'
  | 'image-volume'
  | 'service'
  | 'values'
  | 'kustomization'
  | 'patch'
  | 'parameter'
  | 'terraform'
  | 'named'
  | 'elsewhere';

/** A place in a manifest where something will be pulled. */
export interface ImageNode {
  readonly node: Node;
  readonly kind: ImageKind;
  /** What is pulled, where that is not the text of the node. */
  readonly reference?: string;
}
