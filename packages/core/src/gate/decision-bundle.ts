import type { Sha256 } from '../canonical/digest.ts';
import type { FactsDocument, InputDocument } from '../context/index.ts';
import type { AnswerList } from '../facts/answer-list.ts';
import type { PolicyFiles } from './policy-files.ts';

/**
 * A decision on its way from the job that decides to the job that records: everything that went in, so that the second job can decide
 * again by itself, and what came out, so that it can see that both agree. Reports lie beside it, as files that their digests name.
 */
export interface DecisionBundle {
  /** Epoch seconds at which the change was judged. */
  readonly evaluatedAt: number;
  readonly source: InputDocument['facts'];
  /** Of the module that judged. */
  readonly policy: Sha256;
  /** One a pull request: a merge group brings several. */
  readonly changes: readonly BundledChange[];
}

export interface BundledChange {
  readonly facts: FactsDocument;
  /** Their document lies beside it, too. */
  readonly answers: AnswerList;
  /** `.proofrail/` as it was judged by. */
  readonly configuration: PolicyFiles;
  readonly reports: readonly Sha256[];
  readonly result: BundledResult;
}

export type BundledResult =
  | { readonly kind: 'judged'; readonly outcome: 'allow' | 'deny'; readonly input: Sha256; readonly decision: Sha256 }
  /** The change could not be judged: the code of what was wrong. */
  | { readonly kind: 'fault'; readonly code: string };
