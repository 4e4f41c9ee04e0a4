import type { Capabilities } from './operations/capabilities.ts';

/** What every operation starts from. */
export interface PolicySources {
  /** Source text by relative file name: the names are in errors, in coverage and in the built module. */
  readonly files: Readonly<Record<string, string>>;
  /** The language of files that do not say it themselves by `import rego.v1`. Default: v1. */
  readonly regoVersion?: 'v0' | 'v1';
  /** Which built-in functions and features may be used. Default: all of this OPA version. */
  readonly capabilities?: Capabilities;
}

/** JSON schemas by the path they would have below `opa check --schema`, without `.json`: `reports/sarif` is `schema.reports.sarif`. */
export type Schemas = Readonly<Record<string, object>>;
