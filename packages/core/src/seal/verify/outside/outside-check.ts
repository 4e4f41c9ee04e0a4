import type { TrustFile } from '../../../ledger/trust/trust-file.ts';
import type { KeyId } from '../../../ports/key-id.ts';
import type { NoteKey } from '../../../tlog/note-key.ts';
import type { SealInventory } from '../seal-inventory.ts';
import { bodyKey, cosignatureKey, timestampKey } from '../../../ledger/seals/seal-layout.ts';
import type { SealReader } from '../seal-reader.ts';
import type { Cosigned, SealTime } from '../seal-verification.ts';
import { judgeCosignature } from './judge-cosignature.ts';
import { witnessKeysOf } from '../../../ledger/trust/witness-policy.ts';

/** Holds what outsiders say of checkpoints against the trust file. Whom it does not name is passed over; what is wrong is a finding. */
export class OutsideCheck {
  readonly #reader: SealReader;
  readonly #inventory: SealInventory;
  readonly #authorities: NonNullable<TrustFile['time_authorities']>;
  readonly #witnesses: TrustFile['witnesses'];
  readonly #witnessKeys: readonly NoteKey[];
  /** Of the newest seal that has one. */
  time: SealTime | null = null;
  cosigned: Cosigned | null = null;

  constructor(reader: SealReader, inventory: SealInventory, trust: TrustFile | undefined) {
    this.#reader = reader;
    this.#inventory = inventory;
    this.#authorities = trust?.time_authorities ?? [];
    this.#witnesses = trust?.witnesses;
    this.#witnessKeys = witnessKeysOf(trust ?? {});
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

  /** Of the newest checkpoint alone: of earlier ones the plans say it, and what they cover it covers too. */
  reportGaps(newest: number): void {
    const add = (code: 'seal/no-timestamp' | 'seal/no-cosignature', detail: string): void =>
      this.#reader.add({ kind: 'pending', code, key: bodyKey(newest), detail });
    if (this.#authorities.length > 0 && this.time?.n !== newest)
      add('seal/no-timestamp', `No time authority of the trust file says when it was there${since(this.time)}.`);
    const least = this.#witnesses?.at_least ?? 0;
    if (least > 0 && this.cosigned?.n !== newest)
      add('seal/no-cosignature', `Fewer than ${least} witnesses of the trust file cosigned it${since(this.cosigned)}.`);
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
    const said: { readonly at: number; readonly by: KeyId }[] = [];
    for (const by of ids) {
      const key = cosignatureKey(n, by);
      const line = await this.#reader.read(key);
      if (line === null) continue;
      const judged = judgeCosignature(line, body, by, this.#witnessKeys);
      const detail = 'It is no cosignature of this key under the checkpoint.';
      if (judged.kind === 'wrong') this.#reader.add({ kind: 'unsigned', code: 'seal/cosignature', key, detail });
      if (judged.kind === 'cosigned') said.push({ at: judged.at, by });
    }
    const least = this.#witnesses?.at_least ?? Infinity;
    const enough = said.sort((a, b) => a.at - b.at)[least - 1]; // by then so many had: fewer than that may lie together
    if (enough !== undefined) this.cosigned = { n, not_after: iso(enough.at), by: said.map(({ by }) => by).sort() };
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const since = (newest: { readonly n: number } | null): string =>
  newest === null ? '' : `; the newest of which that is known is seal ${newest.n}`;
