import type { Sha256 } from '@proofrail/core/canonical';

/** Of dist/rego/compiler.wasm.br. Written by packages/rego/build.ts. */
export const COMPILER_SHA256 = 'sha256:b4c2c8b204772d3aeb77f6d0e566b75295967a0fc892c115a92e22bc076f8813' as Sha256;
