import type { Sha256 } from '../../../canonical/digest.ts';
import type { VersionId } from '../../../ports/object-store.ts';
import type { PlatformClaims } from '../../../platform/platform-claims.ts';
import type { PlatformStanding } from '../../../platform/platform-standing.ts';
import { finding, type Finding } from '../finding.ts';
import { digestOfName, platformKey, type RecordName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';
import { whyUnproven } from '../../trust/why-unproven.ts';

/** Records that one workflow of one repository wrote, as the platform says. */
export interface PlatformRuns extends Pick<PlatformClaims, 'repository_id' | 'job_workflow_ref' | 'runner_environment'> {
  readonly run_ids: readonly string[];
  readonly records: number;
}

/** How many records of a stream the platform vouches for. Each record counts under one of the four. */
export interface PlatformCounts {
  readonly verified: number;
  /** Their tokens are erased, and a sealer had verified them: which run it was a receipt still says by its number. */
  readonly countersigned: number;
  readonly unverified: number;
  /** They say themselves that no platform vouches for them. */
  readonly none: number;
  readonly by: readonly PlatformRuns[];
  readonly why: readonly { readonly code: string; readonly records: number }[];
}

/** Adds up what the platform's word is worth, record by record, and finds receipts that belong to none. */
export class PlatformTally {
  readonly #stream: StreamId;
  readonly #runs = new Map<string, PlatformRuns & { records: number; readonly runs: Set<string> }>();
  readonly #why = new Map<string, number>();
  readonly #receipts: ReadonlyMap<Sha256, VersionId | null>;
  /** Records that are there and have a receipt, with whether they may. Others need no place in memory: most ledgers are large. */
  readonly #seen = new Map<Sha256, boolean>();
  #verified = 0;
  #countersigned = 0;
  #none = 0;

  /** `receipts`: those that lie in the stream, by the record that they are for. */
  constructor(stream: StreamId, receipts: ReadonlyMap<Sha256, VersionId | null>) {
    this.#stream = stream;
    this.#receipts = receipts;
  }

  /** A record of which it is not known yet what it says. */
  expect(name: RecordName): void {
    this.#see(name, true);
  }

  visit(name: RecordName, standing: PlatformStanding): void {
    this.#see(name, standing.kind !== 'none');
    switch (standing.kind) {
      case 'none':
        this.#none += 1;
        return;
      case 'verified':
        return this.#count(standing.claims);
      case 'countersigned':
        this.#countersigned += 1;
        return;
      case 'unverified':
      case 'absent':
      case 'wrong':
      case 'unreadable':
        return this.#unverified(whyUnproven(standing));
    }
  }

  /** Receipts without a record that says it has one. The receipt comes first, so that a crash leaves one alone behind. */
  leftOver(): Finding[] {
    return [...this.#receipts.keys()].flatMap((record) => {
      const claimed = this.#seen.get(record);
      if (claimed === true) return [];
      const about = { stream: this.#stream, key: platformKey(this.#stream, record) };
      if (claimed === undefined)
        return finding({
          ...about,
          kind: 'pending',
          code: 'platform/no-record',
          detail: 'A receipt whose record was never stored.',
        });
      const detail = 'The record says that it has no receipt of the platform, and here lies one.';
      return finding({ ...about, kind: 'extra', code: 'platform/unclaimed', detail });
    });
  }

  counts(): PlatformCounts {
    const by = [...this.#runs.values()].map(({ runs, ...rest }) => ({ ...rest, run_ids: [...runs].sort() }));
    const unverified = [...this.#why.values()].reduce((sum, records) => sum + records, 0);
    const why = [...this.#why].sort().map(([code, records]) => ({ code, records }));
    return { verified: this.#verified, countersigned: this.#countersigned, unverified, none: this.#none, by, why };
  }

  #see(name: RecordName, mayHaveReceipt: boolean): void {
    if (this.#receipts.size === 0) return;
    const record = digestOfName(name);
    if (this.#receipts.has(record)) this.#seen.set(record, mayHaveReceipt);
  }

  #count({ repository_id, job_workflow_ref, runner_environment, run_id }: PlatformClaims): void {
    this.#verified += 1;
    const workflow = { repository_id, job_workflow_ref, runner_environment };
    const key = JSON.stringify(workflow);
    const known = this.#runs.get(key) ?? { ...workflow, run_ids: [], records: 0, runs: new Set<string>() };
    known.records += 1;
    known.runs.add(run_id);
    this.#runs.set(key, known);
  }

  #unverified(why: string): void {
    this.#why.set(why, (this.#why.get(why) ?? 0) + 1);
  }
}
