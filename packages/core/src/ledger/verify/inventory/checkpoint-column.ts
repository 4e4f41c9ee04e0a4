import type { NamedCheckpoint } from '../../stored/named-checkpoint.ts';

const CHUNK = 4096; // records

/** Which checkpoint each record names, by the number of the record. Many records name the same one: four bytes tell which. */
export class CheckpointColumn {
  /** Number of the checkpoint plus one; 0: none. */
  readonly #chunks: (Uint32Array | undefined)[] = [];
  readonly #checkpoints: NamedCheckpoint[] = [];
  readonly #numbers = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#checkpoints.length === 0;
  }

  set(record: number, checkpoint: NamedCheckpoint): void {
    const chunk = this.#chunks[chunkOf(record)] ?? new Uint32Array(CHUNK);
    this.#chunks[chunkOf(record)] = chunk;
    chunk[record % CHUNK] = this.#numberOf(checkpoint) + 1;
  }

  get(record: number): NamedCheckpoint | null {
    const number = this.#chunks[chunkOf(record)]?.[record % CHUNK] ?? 0;
    return this.#checkpoints[number - 1] ?? null;
  }

  #numberOf(checkpoint: NamedCheckpoint): number {
    const text = `${checkpoint.size} ${checkpoint.root}`;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#checkpoints.length);
    return this.#checkpoints.push(checkpoint) - 1;
  }
}

const chunkOf = (record: number): number => Math.floor(record / CHUNK);
