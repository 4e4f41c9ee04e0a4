import type { JsonValue } from '@proofrail/core/canonical';
import type { Place, Rejected } from '../diagnostic.ts';

export interface RuleListing extends Place {
  /** `data.package.rule`. */
  readonly path: string;
  readonly package: string;
  readonly default: boolean;
}

/** A `# METADATA` block as OPA reads it. */
export interface Metadata {
  readonly scope: 'rule' | 'document' | 'package' | 'subpackages';
  readonly title?: string;
  readonly description?: string;
  readonly entrypoint?: boolean;
  readonly organizations?: readonly string[];
  readonly related_resources?: readonly { readonly ref: string; readonly description?: string }[];
  readonly authors?: readonly { readonly name: string; readonly email?: string }[];
  readonly schemas?: readonly JsonValue[];
  readonly custom?: Readonly<Record<string, JsonValue>>;
}

export interface AnnotationListing extends Place {
  /** Of what is annotated: `data.package` or `data.package.rule`. */
  readonly path: string;
  readonly package: string;
  readonly metadata: Metadata;
}

export interface Inspected {
  readonly kind: 'inspected';
  /** Every rule, with or without an annotation: those without are what one looks for. */
  readonly rules: readonly RuleListing[];
  readonly annotations: readonly AnnotationListing[];
}

export type InspectResult = Inspected | Rejected;
