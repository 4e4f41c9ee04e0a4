import type { FactsDocument } from '@proofrail/core/context';
import type { MissingPermission } from '../permission.ts';
import type { DeliveredReport } from '../scans/scan-reports.ts';

/** One change as GitHub told it. */
export interface Collected {
  readonly facts: FactsDocument;
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
