/** A part of the house and what it may import. Dependencies point one way: from what runs to what knows. */
export interface Part {
  readonly name: string;
  /** Names of others; its own files are its own affair. */
  readonly imports: readonly string[];
  /** The folder of its sources, where it is not `packages/<name>/src`. */
  readonly sources?: string;
  /** What its packages are called after `@proofrail/`, as a regular expression, where it is not its name. */
  readonly packages?: string;
}

/** The linter holds this, and CONTRIBUTING.md shows it. */
export const PARTS: readonly Part[] = [
  { name: 'core', imports: [] },
  { name: 'stores', imports: ['core'], sources: 'packages/stores/*/src', packages: 'store-[a-z0-9]+' },
  { name: 'signers', imports: ['core'], sources: 'packages/signers/*/src', packages: 'signer-[a-z0-9]+' },
  { name: 'github', imports: ['core'] },
  { name: 'rego', imports: ['core'] },
  { name: 'runner', imports: ['core'] },
  { name: 'audit', imports: ['core'] },
  { name: 'testkit', imports: ['core'] },
  { name: 'policies', imports: ['core', 'rego'], sources: 'policies' },
  { name: 'machine', imports: ['core', 'stores', 'signers'] },
  {
    name: 'actions',
    imports: ['core', 'github', 'runner', 'policies', 'machine'],
    sources: 'actions/*/src',
    packages: 'action-[a-z-]+',
  },
  { name: 'cli', imports: ['core', 'signers', 'github', 'rego', 'runner', 'audit', 'policies', 'machine'] },
];

/**
 * The folders of core by storeys, from the ground up. A folder imports from the storeys below its own: never from its own, never from
 * above. The linter holds this too.
 */
export const STOREYS_OF_CORE: readonly (readonly string[])[] = [
  ['outcomes', 'ports', 'text'],
  ['canonical', 'concurrency'],
  ['documents', 'facts', 'images', 'tlog'],
  ['exceptions', 'platform', 'reports', 'sbom', 'timestamp', 'workflows'],
  ['controls'],
  ['context'],
  ['policy'],
  ['evidence'],
  ['ledger'],
  ['gate', 'lengthen', 'seal'],
  ['countersign', 'merges', 'verification'],
];
