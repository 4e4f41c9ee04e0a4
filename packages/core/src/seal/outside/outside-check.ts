import type { TrustFile } from '../../ledger/trust-file.ts';
import type { KeyId } from '../../ports/key-id.ts';
import { parseNote } from '../../tlog/note.ts';
import { cosignatureTime } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import type { SealInventory } from '../seal-inventory.ts';
import { bodyKey, cosignatureKey, timestampKey } from '../seal-layout.ts';
import type { SealReader } from '../seal-reader.ts';
import type { Cosigned, SealTime } from '../seal-verification.ts';
import { parseWitnessKey } from './witness-policy.ts';

/** Holds what outsiders say of checkpoints against the trust file. Whom it does not name is passed over; what is wrong is a finding. */
export class OutsideCheck {
  readonly #reader: SealReader;
  readonly #inventory: SealInventory;
  readonly #authorities: NonNullable<TrustFile['time_authorities']>;
  readonly #witnesses: TrustFile['witnesses'];
  /** Of the newest seal that has one. */
  time: SealTime | null = null;
  cosigned: Cosigned | null = null;

  constructor(reader: SealReader, inventory: SealInventory, trust: TrustFile | undefined) {
    this.#reader = reader;
    this.#inventory = inventory;
    this.#authorities = trust?.time_authorities ?? [];
    this.#witnesses = trust?.witnesses;
  }

  async visit(n: number, body: string): Promise<void> {
    const stored = this.#inventory.signaturesOf(n);
    const idsOf = (wanted: (typeof stored)[number]['kind']): KeyId[] =>
      stored.filter(({ kind }) => kind === wanted).map(({ by }) => `sha256:${by}` as string as KeyId);
    await this.#timestamps(n, body, idsOf('timestamp'));
    await this.#cosignatures(n, body, idsOf('cosignature'));
  }

  /**
   * UTC milliseconds before which seal `n` was there, if the last visit was to it; null: nobody outside says so. Witnesses are asked
   * where no time authority is pinned, and the sealer's own clock never.
   */
  timeOf(n: number): number | null {
    const said = this.#authorities.length > 0 ? this.time : this.cosigned;
    return said?.n === n ? Date.parse(said.not_after) : null;
  }

  /** Of the newest checkpoint alone: of earlier ones the plans say it, and what it covers they cover too. */
  reportGaps(newest: number): void {
    const key = bodyKey(newest);
    if (this.#authorities.length > 0 && this.time?.n !== newest)
      this.#reader.add({
        kind: 'pending',
        code: 'seal/no-timestamp',
        key,
        detail: `No time authority of the trust file says when it was there${since(this.time)}.`,
      });
    if (this.#witnesses !== undefined && this.cosigned?.n !== newest)
      this.#reader.add({
        kind: 'pending',
        code: 'seal/no-cosignature',
        key,
        detail: `Fewer witnesses of the trust file cosigned it than the ${this.#witnesses.at_least} that it asks for${since(this.cosigned)}.`,
      });
  }

  async #timestamps(n: number, body: string, ids: readonly KeyId[]): Promise<void> {
    const times: { readonly notAfter: number; readonly authority: string }[] = [];
    for (const id of ids) {
      const key = timestampKey(n, id);
      const reply = await this.#reader.read(key);
      if (reply === null) continue;
      const { judgeTimestamp } = await import('./judge-timestamp.ts'); // few ledgers have one, and it brings a parser of ASN.1
      const judged = judgeTimestamp(reply, Buffer.from(body), id, this.#authorities);
      if (judged.kind === 'wrong') this.#reader.add({ kind: 'unsigned', code: 'seal/timestamp', key, detail: judged.detail });
      if (judged.kind === 'timed') times.push(judged.time);
    }
    const first = times.sort((a, b) => a.notAfter - b.notAfter)[0];
    if (first !== undefined)
      this.time = {
        n,
        not_after: iso(first.notAfter),
        authorities: [...new Set(times.map(({ authority }) => authority))].sort(),
      };
  }

  async #cosignatures(n: number, body: string, ids: readonly KeyId[]): Promise<void> {
    const keys = this.#witnesses?.keys.flatMap((text) => parseWitnessKey(text) ?? []) ?? [];
    const said: { readonly at: number; readonly by: KeyId }[] = [];
    for (const id of ids) {
      const place = cosignatureKey(n, id);
      const line = await this.#reader.read(place);
      const note = line === null ? null : parseNote(Buffer.concat([Buffer.from(`${body}\n`), line]));
      const own = keys.find(({ publicKey }) => publicKey.keyId === id);
      const at = cosignatureTime(note?.signatures[0]?.signature ?? new Uint8Array());
      const isForm = note?.text === body && note.signatures.length === 1 && at !== null;
      const isWrong = line !== null && (!isForm || (own !== undefined && openNote(note, [own]).kind !== 'signed'));
      if (isWrong)
        this.#reader.add({
          kind: 'unsigned',
          code: 'seal/cosignature',
          key: place,
          detail: 'It is no cosignature of this key under the checkpoint.',
        });
      else if (own !== undefined && at !== null) said.push({ at: at * 1000, by: id });
    }
    const least = this.#witnesses?.at_least ?? Infinity;
    const enough = said.sort((a, b) => a.at - b.at)[least - 1]; // by then so many had: fewer than that may lie together
    if (enough !== undefined) this.cosigned = { n, not_after: iso(enough.at), by: said.map(({ by }) => by).sort() };
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const since = (newest: { readonly n: number } | null): string =>
  newest === null ? '' : `; the newest of which that is known is seal ${newest.n}`;
