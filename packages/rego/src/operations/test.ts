import type { JsonObject } from '@proofrail/core/canonical';
import type { Diagnostic, Place, Rejected } from '../diagnostic.ts';
import type { PolicySources, Schemas } from '../policy-sources.ts';

export interface TestRequest extends PolicySources {
  readonly schemas?: Schemas;
  readonly data?: JsonObject;
  /** A regular expression over `data.package.test_name`. */
  readonly run?: string;
}

export interface TestCase extends Place {
  readonly package: string;
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'error' | 'skip';
  readonly nanoseconds: number;
  readonly printed?: string;
  readonly errors?: readonly Diagnostic[];
  /** Of a test with cases (`test_x[name] if …`): the names of those that failed. */
  readonly failedCases?: readonly string[];
}

export interface FileCoverage {
  readonly percent: number;
  readonly coveredLines: readonly number[];
  /** A line is in both lists when one of its expressions ran and another did not. */
  readonly uncoveredLines: readonly number[];
}

export interface Tested {
  readonly kind: 'tested';
  readonly tests: readonly TestCase[];
  readonly coverage: { readonly percent: number; readonly files: Readonly<Record<string, FileCoverage>> };
}

export type TestResult = Tested | Rejected;
