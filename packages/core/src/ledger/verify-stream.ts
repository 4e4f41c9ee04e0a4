import type { Sha256 } from '../canonical/digest.ts';
import { ChainCheck, type Place, type SeenSlot } from './chain-check.ts';
import { FINDING_KINDS, finding, type Finding, type FindingDetail, type FindingKind } from './finding.ts';
import { inBatches } from './in-batches.ts';
import type { AcknowledgedFinding } from './acknowledgement.ts';
import type { BlobInspection, Inspector, RecordInspection, Target } from './inspector.ts';
import type { StreamInventory } from './inventory.ts';
import type { ObjectKey } from '../ports/object-store.ts';
import {
  blobKey,
  parseKey,
  evasiveBlobName,
  digestOfBlob,
  recordKey,
  slotKey,
  type BlobName,
  type RecordName,
} from './layout.ts';
import type { SequencedReceipt, Receipt } from './receipt.ts';
import type { StreamId } from './stream-id.ts';

export type FindingCounts = Readonly<Record<FindingKind, number>>;

export interface StreamVerification extends FindingCounts {
  readonly stream: StreamId;
  readonly slots: number;
  /** Records in order, with right bytes and a signature that the trust file vouches for. 0 without a trust file. */
  readonly verified: number;
  /** Records in order, with right bytes, whose signatures nobody checked: without a trust file. */
  readonly consistent: number;
  readonly blobs: number;
  readonly genesis: Sha256 | null;
  readonly head: { readonly slot: number; readonly digest: Sha256 } | null;
}

export interface StreamTask {
  readonly stream: StreamId;
  readonly inventory: StreamInventory;
  readonly inspector: Inspector;
  readonly trusted: boolean;
  readonly genesis: Sha256 | null;
  readonly receipts: readonly Receipt[];
  /** Digests of records seen in any stream so far, with their names. */
  readonly digests: Map<string, RecordName>;
  readonly onChecked: (objects: number) => void;
}

export interface StreamResult {
  readonly verification: StreamVerification;
  readonly findings: readonly Finding[];
  readonly acknowledgements: readonly AcknowledgedFinding[];
}

/** Checks one stream: slots upwards, then every record and blob that lies in it. */
export async function verifyStream(task: StreamTask): Promise<StreamResult> {
  const check = new StreamCheck(task);
  await check.slots();
  await check.records();
  await check.blobs();
  return check.result();
}

class StreamCheck {
  readonly #task: StreamTask;
  readonly #chain: ChainCheck;
  readonly #findings: Finding[];
  readonly #acknowledgements: AcknowledgedFinding[] = [];
  /** Blobs that records name, with the place of the record. */
  readonly #named = new Map<ObjectKey, Place | null>();
  #right = 0;

  constructor(task: StreamTask) {
    this.#task = task;
    this.#chain = new ChainCheck(task.stream);
    this.#findings = [...task.inventory.findings];
  }

  async slots(): Promise<void> {
    const { inventory, inspector, genesis, receipts } = this.#task;
    const wanted = new Map<number, SeenSlot | null>();
    for (const receipt of receipts) if (receipt.kind === 'sequenced') wanted.set(receipt.slot, null);
    for await (const [seq, seen] of this.#chain.walk(inspector, inventory.slots)) {
      if (wanted.has(seq)) wanted.set(seq, seen);
      this.#task.onChecked(1);
    }
    this.#findings.push(...this.#chain.findings);
    if (genesis !== null) this.#genesis(genesis);
    for (const receipt of receipts) this.#receipt(receipt, wanted);
    // Whatever the listing did not show is read by name before it is called missing.
    for (const name of this.#chain.places.keys()) if (!inventory.records.has(name)) inventory.records.set(name, null);
  }

  #genesis(pinned: Sha256): void {
    const { genesis } = this.#chain;
    if (genesis === pinned) return;
    const kind = genesis === null ? 'missing' : 'altered';
    const detail = `The trust file names ${pinned} as the first slot.`;
    this.#add({ kind, code: 'slot/genesis', slot: 1, key: slotKey(this.#task.stream, 1), detail, found: genesis });
  }

  #receipt(receipt: Receipt, wanted: ReadonlyMap<number, SeenSlot | null>): void {
    if (receipt.kind === 'sequenced') return this.#sequencedReceipt(receipt, wanted.get(receipt.slot) ?? null);
    if (this.#task.inventory.records.has(receipt.record_name)) return;
    const key = recordKey(this.#task.stream, receipt.record_name);
    this.#add({ kind: 'missing', code: 'receipt/record', key, detail: 'A receipt names this record, and it is gone.' });
  }

  #sequencedReceipt(receipt: SequencedReceipt, seen: SeenSlot | null): void {
    const { slot, position, slot_digest: digest, record_name: name, stream } = receipt;
    const place = { slot, position, key: slotKey(stream, slot) };
    if (seen === null) {
      const detail = `A receipt proves this slot, and the stream ends at slot ${this.#chain.newest}.`;
      const gone = `A receipt proves this slot, and it cannot be found.`;
      this.#add({ kind: 'missing', code: 'receipt/slot', ...place, detail: slot > this.#chain.newest ? detail : gone });
    } else if (seen.digest !== digest || seen.entries[position - 1] !== name) {
      const detail = `A receipt proves other bytes for this slot: ${digest}.`;
      this.#add({ kind: 'altered', code: 'receipt/slot', ...place, detail, found: seen.digest });
    }
  }

  async records(): Promise<void> {
    const { stream, inventory, inspector } = this.#task;
    for await (const batch of inBatches(targetsOf(inventory.records), (some) => inspector.records(stream, some))) {
      for (const [{ name }, inspection] of batch) this.#record(name, inspection);
      this.#task.onChecked(batch.length);
    }
  }

  #record(name: RecordName, inspection: RecordInspection): void {
    const place = this.#chain.places.get(name) ?? null;
    const key = recordKey(this.#task.stream, name);
    this.#refuseSecondKey(name, key, place);
    switch (inspection.state) {
      case 'right':
        if (place !== null) this.#right += 1;
        else
          this.#add({
            kind: 'pending',
            code: 'record/pending',
            key,
            detail: 'Stored, and not in order yet: the next append adopts it.',
          });
        if (place !== null && inspection.acknowledgement !== null) this.#acknowledgements.push(inspection.acknowledgement);
        if (inspection.blob !== null) this.#named.set(inspection.blob, place);
        return;
      case 'altered': {
        const detail = 'The bytes are not those that the name says.';
        this.#add({ kind: 'altered', code: 'record/altered', ...place, key, detail, found: inspection.digest });
        return;
      }
      case 'unsigned': {
        const { problem, digest } = inspection;
        this.#add({
          kind: 'unsigned',
          code: 'record/signature',
          ...place,
          key,
          detail: `Not signed as it should be: ${problem}.`,
          found: digest,
        });
        return;
      }
      case 'unreadable':
        this.#add({
          kind: 'unreadable',
          code: 'record/unreadable',
          ...place,
          key,
          detail: `It cannot be read: ${inspection.why}.`,
        });
        return;
      case 'hidden':
      case 'absent':
        this.#add({
          kind: 'missing',
          code: 'record/missing',
          ...place,
          key,
          detail: 'A slot or the listing names it, and it is gone.',
        });
    }
  }

  // The name's time is no part of what was signed: under a second name the same record would count as a second event.
  #refuseSecondKey(name: RecordName, key: string, place: Place | null): void {
    const digest = name.slice(14);
    const other = this.#task.digests.get(digest);
    if (other === undefined) this.#task.digests.set(digest, name);
    else
      this.#add({
        kind: 'extra',
        code: 'record/two-keys',
        ...place,
        key,
        detail: `The same record has another name already: ${other}.`,
      });
  }

  async blobs(): Promise<void> {
    const { stream, inventory, inspector } = this.#task;
    for await (const batch of inBatches(targetsOf(inventory.blobs), (some) => inspector.blobs(stream, some))) {
      for (const [{ name }, inspection] of batch) this.#blob(blobKey(stream, name), name, inspection);
      this.#task.onChecked(batch.length);
    }
    for (const [key, place] of this.#named) await this.#namedBlob(key, place);
  }

  /** A blob that a record names and the listing of this stream did not show. */
  async #namedBlob(key: ObjectKey, place: Place | null): Promise<void> {
    const parsed = parseKey(key);
    if (parsed?.kind !== 'blob') {
      this.#add({
        kind: 'missing',
        code: 'blob/missing',
        ...place,
        key,
        detail: 'A record names it, and it is no key of a blob.',
      });
    } else if (parsed.stream !== this.#task.stream || !this.#task.inventory.blobs.has(parsed.name)) {
      const [inspection] = await this.#task.inspector.blobs(parsed.stream, [{ name: parsed.name, version: null }]);
      if (inspection !== undefined) this.#blob(key, parsed.name, inspection, place);
    }
  }

  #blob(key: ObjectKey, name: BlobName, inspection: BlobInspection, place: Place | null = null): void {
    if (inspection.state === 'right') return;
    if (inspection.state === 'unreadable') {
      this.#add({ kind: 'unreadable', code: 'blob/unreadable', ...place, key, detail: `It cannot be read: ${inspection.why}.` });
    } else if (inspection.state === 'altered') {
      const evaded = this.#task.inventory.blobs.has(evasiveBlobName(digestOfBlob(name)));
      const detail = `The bytes are not those that the name says${evaded ? '; the right ones lie beside it under ~1' : ''}.`;
      const code = evaded ? 'blob/squatted' : 'blob/altered';
      this.#add({ kind: 'altered', code, ...place, key, detail, found: inspection.digest });
    } else {
      this.#add({
        kind: 'missing',
        code: 'blob/missing',
        ...place,
        key,
        detail: 'A record or the listing names it, and it is gone.',
      });
    }
  }

  #add(detail: Omit<FindingDetail, 'stream'>): void {
    this.#findings.push(finding({ ...detail, stream: this.#task.stream }));
  }

  result(): StreamResult {
    const { stream, inventory, trusted } = this.#task;
    const { newest, newestDigest, genesis } = this.#chain;
    const counts = Object.fromEntries(
      FINDING_KINDS.map((kind) => [kind, this.#findings.filter((one) => one.kind === kind).length]),
    ) as Record<FindingKind, number>; // one entry per kind, from the list of kinds itself
    return {
      verification: {
        ...counts,
        stream,
        slots: inventory.slots.size,
        verified: trusted ? this.#right : 0,
        consistent: trusted ? 0 : this.#right,
        blobs: inventory.blobs.size,
        genesis,
        head: newestDigest === null ? null : { slot: newest, digest: newestDigest },
      },
      findings: this.#findings,
      acknowledgements: this.#acknowledgements,
    };
  }
}

function* targetsOf<Name>(objects: ReadonlyMap<Name, Target<Name>['version']>): Iterable<Target<Name>> {
  for (const [name, version] of objects) yield { name, version };
}
