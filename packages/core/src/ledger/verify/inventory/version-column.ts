import type { VersionId } from '../../../ports/object-store.ts';

/** What S3 and SeaweedFS give. Each of its characters stands for six bits: packed, they take a quarter of what a text of their own does. */
const USUAL = /^[A-Za-z0-9._]{32}$/;
const PACKED_BYTES = 24;
const CHUNK = 4096; // versions
const FREE = Buffer.alloc(PACKED_BYTES);

/** Version ids by number. A store that keeps none, such as a folder, costs nothing. */
export class VersionColumn {
  readonly #usual: (Buffer | undefined)[] = [];
  readonly #others = new Map<number, VersionId>();
  /** What was packed last: a buffer for each version would be garbage faster than it is collected. */
  readonly #packed = Buffer.alloc(PACKED_BYTES);

  set(index: number, version: VersionId | null): void {
    this.#others.delete(index);
    const isPacked = version !== null && this.#pack(version);
    const chunk = isPacked ? this.#chunkFor(index) : this.#usual[chunkOf(index)];
    chunk?.set(isPacked ? this.#packed : FREE, offsetOf(index));
    if (!isPacked && version !== null) this.#others.set(index, version);
  }

  get(index: number): VersionId | null {
    const at = offsetOf(index);
    const packed = this.#usual[chunkOf(index)]?.subarray(at, at + PACKED_BYTES) ?? FREE;
    return packed.equals(FREE) ? (this.#others.get(index) ?? null) : unpack(packed);
  }

  /** False: no usual one, or the one that would look like none. */
  #pack(version: VersionId): boolean {
    if (!USUAL.test(version)) return false;
    this.#packed.write(version.replaceAll('.', '-'), 'base64url');
    return !this.#packed.equals(FREE);
  }

  #chunkFor(index: number): Buffer {
    const chunk = this.#usual[chunkOf(index)] ?? Buffer.alloc(CHUNK * PACKED_BYTES);
    this.#usual[chunkOf(index)] = chunk;
    return chunk;
  }
}

const unpack = (packed: Buffer): VersionId => packed.toString('base64url').replaceAll('-', '.') as VersionId;

const chunkOf = (index: number): number => Math.floor(index / CHUNK);
const offsetOf = (index: number): number => (index % CHUNK) * PACKED_BYTES;
