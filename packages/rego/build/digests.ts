import { hexOf, sha256 } from '@proofrail/core/canonical';

/**
 * Both digests, as sha256sum writes them. The second one is the program's own: another version of brotli makes another file
 * of the same program, and must not be taken for another program.
 */
export function digestFile(compressed: Buffer, program: Buffer): string {
  return `${hexOf(sha256(compressed))}  compiler.wasm.br\n${hexOf(sha256(program))}  compiler.wasm\n`;
}

/** The digest in our own code: who replaces the file beside its .sha256 has not replaced this. */
export function pinnedDigest(compressed: Buffer): string {
  return `import type { Sha256 } from '@proofrail/core/canonical';

/** Of dist/rego/compiler.wasm.br. Written by packages/rego/build.ts. */
export const COMPILER_SHA256 = '${sha256(compressed)}' as Sha256;
`;
}
