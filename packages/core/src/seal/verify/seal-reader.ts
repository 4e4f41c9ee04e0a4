import { finding, type Finding, type FindingDetail } from '../../ledger/verify/finding.ts';
import { sha256 } from '../../canonical/digest.ts';
import type { ObjectKey, ObjectStore } from '../../ports/object-store.ts';
import { TILE_WIDTH } from '../../tlog/tile-path.ts';
import type { SealInventory } from './seal-inventory.ts';
import { parseSealKey } from '../../ledger/seals/seal-layout.ts';

/** Reads objects of seals by the version that counts, and keeps what is wrong with them. */
export class SealReader {
  readonly findings: Finding[];
  readonly #store: ObjectStore;
  readonly #inventory: SealInventory;
  readonly #read = new Set<ObjectKey>();

  constructor(store: ObjectStore, inventory: SealInventory) {
    this.#store = store;
    this.#inventory = inventory;
    this.findings = inventory.findings;
  }

  /** Null where it cannot be had: unreadable is a finding at once, and of an absent one the caller knows what that means. */
  async read(key: ObjectKey): Promise<Uint8Array | null> {
    this.#read.add(key);
    const answer = await this.#store.read(key, this.#inventory.objects.get(key) ?? undefined);
    if (answer.kind === 'found') return answer.bytes;
    if (answer.kind === 'unreadable')
      this.add({ kind: 'unreadable', code: 'seal/unreadable', key, detail: `It cannot be read: ${answer.cause}.` });
    return null;
  }

  has(key: ObjectKey): boolean {
    return this.#inventory.objects.has(key);
  }

  /** Whether the object holds these bytes, as they follow from the plans. Anything else is a finding. */
  async expect(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    const found = await this.read(key);
    if (found === null && !this.has(key)) {
      this.add({
        kind: 'missing',
        code: 'seal/missing',
        key,
        detail: 'The seal that it belongs to was finished, and it is gone.',
      });
    } else if (found !== null && Buffer.compare(found, bytes) !== 0) {
      const detail = 'The bytes are not those that follow from the plans and the slots.';
      this.add({ kind: 'altered', code: 'seal/altered', key, detail, found: sha256(found) });
    }
  }

  /** Once everything from seal `first` on was followed: what nobody had a reason to read belongs to no seal. */
  reportUnread(first: number, sizeBefore: number): void {
    for (const key of this.#inventory.objects.keys()) {
      if (!this.#read.has(key) && !isBefore(key, first, sizeBefore))
        this.add({ kind: 'extra', code: 'seal/unclaimed', key, detail: 'It belongs to no seal.' });
    }
  }

  add(detail: Omit<FindingDetail, 'stream'> & { readonly stream?: string }): void {
    this.findings.push(finding({ stream: '', ...detail }));
  }
}

/** What seals before `first` have put, when the log had `size` entries. */
function isBefore(key: ObjectKey, first: number, size: number): boolean {
  const parsed = parseSealKey(key);
  if (parsed?.kind !== 'tile') return parsed !== null && parsed.n < first;
  const { level, index } = parsed.tile;
  return (index + 1) * TILE_WIDTH ** ((level ?? 0) + 1) <= size;
}
