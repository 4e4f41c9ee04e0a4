/** The version of `@open-policy-agent/opa-wasm` that evaluates; decisions name it (policy.md 4.5). A test holds it to package.json. */
export const OPA_SDK_VERSION = '1.10.0';
