import type { Answers, FactsDocument } from '@proofrail/core/context';
import type { MissingPermission } from '../permission.ts';
import type { DeliveredReport } from '../scans/scan-reports.ts';

/** A change as it was understood. */
export type Told = Omit<Collected, 'answers'>;

/** One change as GitHub told it. */
export interface Collected {
  readonly facts: FactsDocument;
  /** What GitHub said to it: the facts were made of this. */
  readonly answers: Answers;
  readonly reports: readonly DeliveredReport[];
  /**
   * The files of `.proofrail/` that judge the change: path inside it → bytes.
   *
   * @throws ConfigurationError `config/absent`, `config/not-a-file`, `config/not-read-whole`
   */
  configuration(): ReadonlyMap<string, Uint8Array>;
  /** The organisation's, in whose place the repository's may only tighten; null where there is none. Throws the same. */
  organisation(): ReadonlyMap<string, Uint8Array> | null;
  /** Permissions that the job lacked: each made facts unknown. */
  readonly missing: readonly MissingPermission[];
}
