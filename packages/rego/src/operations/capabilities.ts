/** OPA's capabilities file (`opa capabilities --current`); strike from it what a policy may not do. */
export interface Capabilities {
  readonly builtins?: readonly Builtin[];
  readonly future_keywords?: readonly string[];
  readonly features?: readonly string[];
  readonly wasm_abi_versions?: readonly { readonly version: number; readonly minor_version: number }[];
}

export interface Builtin {
  readonly name: string;
  readonly decl: object;
  readonly nondeterministic?: boolean;
  readonly [other: string]: unknown;
}

export interface CapabilitiesResult {
  readonly kind: 'capabilities';
  readonly capabilities: Capabilities;
}
