import { sha256Of, type Sha256 } from '../../../canonical/digest.ts';

const DIGEST_BYTES = 32;
const CHUNK = 4096; // slots
const NONE = Buffer.alloc(DIGEST_BYTES);

/** The digests of the slots of a stream, 32 bytes each. */
export class SlotDigests {
  readonly #chunks = new Map<number, Buffer>();

  set(slot: number, digest: Sha256): void {
    const number = Math.floor(slot / CHUNK);
    const chunk = this.#chunks.get(number) ?? Buffer.alloc(CHUNK * DIGEST_BYTES);
    this.#chunks.set(number, chunk);
    chunk.write(digest.slice('sha256:'.length), (slot % CHUNK) * DIGEST_BYTES, 'hex');
  }

  get(slot: number): Sha256 | null {
    const start = (slot % CHUNK) * DIGEST_BYTES;
    const bytes = this.#chunks.get(Math.floor(slot / CHUNK))?.subarray(start, start + DIGEST_BYTES) ?? NONE;
    return bytes.equals(NONE) ? null : sha256Of(bytes);
  }
}
