/** Which branches may be merged into which, as globs: see `branch-pattern.ts`. */
export interface FlowPreset {
  readonly name: 'gitflow' | 'trunk' | 'own';
  readonly allowed: readonly { readonly from: string; readonly to: string }[];
}
