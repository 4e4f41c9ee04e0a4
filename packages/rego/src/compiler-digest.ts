import type { Sha256 } from '@proofrail/core/canonical';

/** Of dist/rego/compiler.wasm.br. Written by packages/rego/build.ts. */
export const COMPILER_SHA256 = 'sha256:e5f0f02d3cde0c8e57a56f0209ce0be4929705bb6fe5dc23dd0fcda96f02466f' as Sha256;
