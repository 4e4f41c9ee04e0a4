import type { Digest } from '../../canonical/digest.ts';

/** Where an image is pulled from, in full: `docker.io` and `library/` are written out, as Docker and containerd read them. */
export interface ImageReference {
  /** Host and port of the registry. */
  readonly domain: string;
  readonly path: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

/** Does the reference name bytes, rather than whatever a tag points at when it is pulled? With both, the digest decides. */
export function isPinned(reference: ImageReference): reference is ImageReference & { readonly digest: Digest } {
  return reference.digest !== undefined;
}
