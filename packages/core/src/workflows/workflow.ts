/** A value and the line of the file on which it is written. */
export interface Written<T> {
  readonly value: T;
  readonly line: number;
}

/** A workflow file as GitHub Actions understands it, as far as the checks look at it. Text is what an outsider may have written. */
export interface Workflow {
  readonly file: string;
  readonly name: string | null;
  readonly triggers: readonly Trigger[];
  readonly permissions: Permissions | null;
  readonly concurrency: Concurrency | null;
  readonly environment: Variables;
  readonly jobs: readonly Job[];
  /** Every text with a `${{ }}` in it, whatever key it stands under. */
  readonly templates: readonly Written<string>[];
  /** The file's own lines: an expression inside a script is found again on its line. */
  readonly lines: readonly string[];
}

export interface Trigger {
  readonly event: string;
  readonly line: number;
  /** Activity types; null where GitHub's default holds. */
  readonly types: readonly string[] | null;
  readonly filters: readonly Filter[];
}

export interface Filter {
  readonly kind: FilterKind;
  readonly line: number;
  readonly patterns: readonly Written<string>[];
}

export const FILTER_KINDS = ['branches', 'branches-ignore', 'paths', 'paths-ignore', 'tags', 'tags-ignore'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export type Permissions =
  | { readonly kind: 'all'; readonly level: string; readonly line: number }
  | { readonly kind: 'listed'; readonly scopes: ReadonlyMap<string, Written<string>>; readonly line: number };

export interface Concurrency {
  readonly line: number;
  readonly cancelInProgress: Written<string> | null;
}

export type Variables = ReadonlyMap<string, Written<string>>;

export interface Job {
  readonly id: string;
  readonly line: number;
  readonly name: Written<string> | null;
  readonly needs: readonly Written<string>[];
  readonly condition: Written<string> | null;
  readonly continueOnError: Written<string> | null;
  readonly permissions: Permissions | null;
  readonly concurrency: Concurrency | null;
  readonly environment: Written<string> | null;
  readonly matrix: boolean;
  readonly variables: Variables;
  /** What it hands to jobs that need it. */
  readonly outputs: Variables;
  readonly work: Steps | Call;
}

/** A job with steps of its own. */
export interface Steps {
  readonly kind: 'steps';
  readonly runsOn: readonly Written<string>[];
  /** A group of runners says nothing about where they stand. */
  readonly runnerGroup: Written<string> | null;
  /** Of its container and its services. */
  readonly images: readonly Written<string>[];
  readonly steps: readonly Step[];
}

/** A job that is a reusable workflow. */
export interface Call {
  readonly kind: 'call';
  readonly uses: Written<string>;
  readonly inputs: Variables;
  readonly inheritsSecrets: Written<true> | null;
}

export interface Step {
  readonly id: string | null;
  readonly line: number;
  readonly condition: Written<string> | null;
  readonly continueOnError: Written<string> | null;
  readonly name: string | null;
  readonly variables: Variables;
  readonly does: Use | Script;
}

export interface Use {
  readonly kind: 'uses';
  readonly uses: Written<string>;
  readonly inputs: Variables;
}

export interface Script {
  readonly kind: 'run';
  readonly script: Written<string>;
}
