import type { Sha256 } from '../../../canonical/digest.ts';
import type { PlatformStanding } from '../../../platform/platform-standing.ts';
import type { ObjectKey } from '../../../ports/object-store.ts';
import type { AcknowledgedFinding } from '../../stored/acknowledgement.ts';
import type { Place } from './chain-check.ts';
import { finding, type Finding, type FindingDetail } from '../finding.ts';
import type { RecordInspection, RightRecord, UnsignedRecord } from '../inspect/inspector.ts';
import type { StreamInventory } from '../inventory/inventory.ts';
import { digestOfName, parseKey, platformKey, recordKey, timeOfName, type RecordName } from '../../layout.ts';
import type { LongerCheck } from './longer-check.ts';
import { PlatformTally } from './platform-tally.ts';
import { RateCheck } from './rate-check.ts';
import { RunCheck } from './run-check.ts';
import { isSealedBefore, type SealTimes } from '../seal-times.ts';
import type { StreamId } from '../../stream-id.ts';

/** Turns what was seen of each record of a stream into counts and findings. */
export class RecordCheck {
  readonly findings: Finding[] = [];
  readonly acknowledgements: AcknowledgedFinding[] = [];
  /** Blobs that records name and the listing of the stream does not, with the place of the record. */
  readonly named = new Map<ObjectKey, Place | null>();
  readonly platform: PlatformTally;
  readonly runs: RunCheck;
  readonly rate = new RateCheck();
  /** Records in order in which everything is right. */
  right = 0;
  /** When the newest of them was handed over, UTC milliseconds; null: there is none. */
  newest: number | null = null;
  /** That records say were kept outside of the ledger. */
  #originals: Sha256[] = [];
  readonly #stream: StreamId;
  readonly #inventory: StreamInventory;
  readonly #sealed: SealTimes;
  readonly #longer: LongerCheck | null;

  /** `longer`: told of each record that is right. */
  constructor(stream: StreamId, inventory: StreamInventory, sealed: SealTimes, longer: LongerCheck | null = null) {
    this.#longer = longer;
    this.#sealed = sealed;
    this.#stream = stream;
    this.#inventory = inventory;
    this.platform = new PlatformTally(stream, inventory.platform);
    this.runs = new RunCheck(stream, inventory.records);
  }

  visit(name: RecordName, inspection: RecordInspection): void {
    if (inspection.state === 'right' || inspection.state === 'unsigned') this.#refuseSecondName(name);
    this.platform.expect(name);
    this.rate.visit(name);
    switch (inspection.state) {
      case 'right':
        return this.#isRight(name, inspection);
      case 'altered':
        return this.#add(name, {
          kind: 'altered',
          code: 'record/altered',
          detail: 'The bytes are not those that the name says.',
          found: inspection.digest,
        });
      case 'unsigned':
        return this.#isUnsigned(name, inspection);
      case 'unreadable':
        return this.#add(name, {
          kind: 'unreadable',
          code: 'record/unreadable',
          detail: `It cannot be read: ${inspection.why}.`,
        });
      case 'hidden':
      case 'absent':
        return this.#add(name, {
          kind: 'missing',
          code: 'record/missing',
          detail: `A slot or the listing names it, and ${inspection.why}.`,
        });
    }
  }

  /** Those that the records name which were visited since the last time. */
  takeOriginals(): readonly Sha256[] {
    const taken = this.#originals;
    this.#originals = [];
    return taken;
  }

  #isRight(name: RecordName, right: RightRecord): void {
    const { acknowledgement, blob, attachment, run, checkpoint, platform } = right;
    this.#longer?.visit(name, right);
    if (attachment !== null) this.#originals.push(attachment);
    this.runs.visit(name, run);
    if (checkpoint !== null) this.#inventory.records.nameCheckpoint(name, checkpoint);
    this.platform.visit(name, platform);
    this.#checkReceipt(name, platform);
    const place = this.#inventory.records.placeOf(name);
    if (blob !== null && !this.#isListed(blob)) this.named.set(blob, place);
    if (place === null) {
      const detail =
        'Stored, and not in order yet: the next append adopts it, unless it lies below the floor of the newest slot.';
      return this.#add(name, { kind: 'pending', code: 'record/pending', detail });
    }
    this.right += 1;
    this.newest = Math.max(this.newest ?? 0, timeOfName(name));
    if (acknowledgement !== null) this.acknowledgements.push(acknowledgement);
  }

  #isUnsigned(name: RecordName, { problem, platform, digest: found, ifSealed }: UnsignedRecord): void {
    const place = this.#inventory.records.placeOf(name)?.slot ?? name;
    if (ifSealed !== null && isSealedBefore(ifSealed.before, this.#sealed, this.#stream, place))
      return this.#isRight(name, ifSealed.record);
    this.platform.visit(name, platform);
    if (problem.isUndecided) return this.#checkReceipt(name, platform); // says that it cannot be read
    const detail = `Not signed as it should be: ${problem.text}.`;
    this.#add(name, { kind: 'unsigned', code: 'record/signature', detail, found });
  }

  #checkReceipt(name: RecordName, standing: PlatformStanding): void {
    if (standing.kind === 'none') return;
    const key = platformKey(this.#stream, digestOfName(name));
    const about = { stream: this.#stream, ...this.#inventory.records.placeOf(name), key };
    if (standing.kind === 'absent') {
      const detail = 'The record says that the platform vouches for it, and the receipt is gone.';
      this.findings.push(finding({ ...about, kind: 'missing', code: 'platform/missing', detail }));
    } else if (standing.kind === 'wrong') {
      const { digest: found, problem } = standing;
      const detail = `It is not the receipt that belongs to the record: ${problem}.`;
      this.findings.push(finding({ ...about, kind: 'altered', code: 'platform/receipt', detail, found }));
    } else if (standing.kind === 'unreadable') {
      const detail = `It cannot be read: ${standing.why}.`;
      this.findings.push(finding({ ...about, kind: 'unreadable', code: 'platform/unreadable', detail }));
    }
  }

  // The name's time is no part of what was signed: under a second name the same record would count as a second event. Other bytes under
  // its digest are no second name of it: whoever may write to any stream could speak ill of records in all others.
  #refuseSecondName(name: RecordName): void {
    const other = this.#inventory.records.visit(name);
    if (other !== null)
      this.#add(name, { kind: 'extra', code: 'record/two-keys', detail: `The same record has another name already: ${other}.` });
  }

  #isListed(blob: ObjectKey): boolean {
    const parsed = parseKey(blob);
    return parsed?.kind === 'blob' && parsed.stream === this.#stream && this.#inventory.blobs.has(parsed.name);
  }

  #add(name: RecordName, detail: Pick<FindingDetail, 'kind' | 'code' | 'detail' | 'found'>): void {
    const place = this.#inventory.records.placeOf(name);
    this.findings.push(finding({ ...detail, stream: this.#stream, ...place, key: recordKey(this.#stream, name) }));
  }
}
