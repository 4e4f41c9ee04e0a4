import type { Manifest } from './manifest.ts';

/** The compiled rules and what they say of themselves; they belong together by `manifest.policy`. */
export interface PolicyBundle {
  readonly wasm: Uint8Array;
  readonly manifest: Manifest;
}
