import * as sdk from '@open-policy-agent/opa-wasm';

// Its types promise every name, its ES module has all but one on the default export only (opa-wasm 1.10.0, src/index.mjs).
export const { loadPolicySync } = (sdk as unknown as { default: typeof sdk }).default;
