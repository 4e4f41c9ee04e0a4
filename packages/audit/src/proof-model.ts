import type { Sha256 } from '@proofrail/core/canonical';

/** Where one record lies and how anybody can check it. */
export interface Proof {
  readonly record: Sha256;
  readonly key: string;
  readonly stream: string;
  readonly slot: number;
  readonly position: number;
  readonly slotDigest: Sha256 | null;
  readonly signature: Signature;
  readonly platform: PlatformWord;
}

/** `run`: by a key that lived for one run and counts by the platform's word alone. */
export type Signature = { readonly kind: 'unchecked' } | { readonly kind: 'lasting' | 'run'; readonly keys: readonly string[] };

/** What the platform itself says about who wrote a record. */
export type PlatformWord =
  PlatformRun | CountersignedRun | { readonly kind: 'unverified'; readonly why: string } | { readonly kind: 'none' };

export interface PlatformRun extends PlatformWorkflow {
  readonly run: string;
  readonly attempt: string;
}

/** What a receipt still says of a run whose token is erased: the name of its workflow went with it. */
export type CountersignedRun = Omit<PlatformRun, 'kind' | 'workflow'> & { readonly kind: 'countersigned' };

export interface PlatformWorkflow {
  readonly kind: 'verified';
  readonly repository: string;
  readonly workflow: string;
  readonly workflowCommit: string;
  readonly event: string;
  readonly runner: string;
}

/** Records that the same workflow wrote, or of which nobody knows better. */
export interface Writer {
  readonly platform:
    PlatformWorkflow | Omit<CountersignedRun, 'run' | 'attempt'> | Exclude<PlatformWord, PlatformRun | CountersignedRun>;
  readonly signature: Signature['kind'];
  /** By the platform's word, or else by the record's own. */
  readonly runs: readonly string[];
  readonly records: number;
}
