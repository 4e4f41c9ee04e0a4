import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { HoldsRecord } from '../seal/verify/seal-check.ts';
import type { SealStanding } from '../seal/verify/seal-verification.ts';
import { SeenSlots } from '../seal/verify/seen-slots.ts';
import type { VerifiedSeals } from '../seal/verify/verify-seals.ts';
import { checkBrackets } from '../ledger/verify/checks/bracket-check.ts';
import type { SeenSlot } from '../ledger/verify/checks/chain-check.ts';
import { outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import type { StreamInventory } from '../ledger/verify/inventory/inventory.ts';
import { NO_HISTORY, type LogHistory } from '../ledger/verify/log-history.ts';
import type { SealTimes } from '../ledger/verify/seal-times.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { sealedBeforeThefts } from './sealed-before-thefts.ts';
import type { VerifyOptions } from './verify-options.ts';

/** The records of a stream, after they were visited. */
type SealedRecords = readonly [StreamId, Pick<StreamInventory, 'records'>];

/**
 * The seals of a ledger, as one verification meets them: listed with everything else, asked before the streams are read for what stood
 * before a theft, and followed afterwards over the slots that were found. Nothing of it is loaded for a ledger without seals.
 */
export class LedgerSeals {
  readonly #store: ObjectStore;
  readonly #options: VerifyOptions;
  readonly #listing: ObjectVersion[] = [];
  readonly #streams = new Map<StreamId, SeenSlots>();

  constructor(store: ObjectStore, options: VerifyOptions) {
    this.#store = store;
    this.#options = options;
  }

  list(object: ObjectVersion): void {
    this.#listing.push(object);
  }

  /** What stands though its key was stolen later. */
  before(): Promise<SealTimes> {
    return sealedBeforeThefts(this.#store, this.#options, {
      listing: this.#listing,
      onFinding: () => undefined, // made again when the seals are followed
    });
  }

  /** Keeps what the slots of a stream hold, if there is a seal to hold it against. */
  slotsOf(stream: StreamId): (seq: number, slot: SeenSlot | 'unreadable') => void {
    if (this.#isEmpty) return () => undefined;
    const slots = new SeenSlots();
    this.#streams.set(stream, slots);
    return (seq, slot) => slots.enter(seq, slot);
  }

  /** What the seals say of the streams, of themselves, of their age, and of when records were made. Findings are answers, not errors. */
  async follow(streams: readonly SealedRecords[]): Promise<{ seal: SealStanding; findings: readonly Finding[] }> {
    const { seal, findings, log } = await this.#followed(new Map(streams));
    const times = log === null ? [] : streams.flatMap(([stream, { records }]) => checkBrackets(stream, records, log));
    return {
      seal,
      findings: [...findings, ...times, ...(await this.#absence(seal, findings)), ...(await this.#staleness(seal))],
    };
  }

  get #isEmpty(): boolean {
    return this.#listing.length === 0;
  }

  /** `log`: null where it was not asked. */
  async #followed(
    records: ReadonlyMap<StreamId, SealedRecords[1]>,
  ): Promise<Omit<VerifiedSeals, 'log'> & { readonly log: LogHistory | null }> {
    const { stream, trust, since = null } = this.#options;
    if (stream !== undefined) return { seal: { state: 'not-checked' }, findings: [], log: null };
    if (this.#isEmpty) return { seal: { state: 'none' }, findings: [], log: NO_HISTORY };
    const { verifySeals } = await import('../seal/verify/verify-seals.ts');
    const holds: HoldsRecord = (of, name) => records.get(of)?.records.isListed(name) ?? false;
    return verifySeals({ store: this.#store, listing: this.#listing, streams: this.#streams, holds, trust, since });
  }

  /** Where nothing else about the seals says so: what is wrong with one is told by itself. */
  async #absence(seal: SealStanding, told: readonly Finding[]): Promise<readonly Finding[]> {
    const isPinned = (this.#options.trust?.log_keys ?? []).length > 0;
    const isUnsigned = seal.state === 'none' || (seal.state === 'followed' && seal.signed_by.length === 0);
    if (!isPinned || !isUnsigned || told.some((one) => outcomeOf(one) !== 'allow')) return [];
    const { noSignedSeal } = await import('../seal/verify/no-signed-seal.ts');
    return [noSignedSeal()];
  }

  async #staleness(seal: SealStanding): Promise<readonly Finding[]> {
    const { sealedWithin: most, now, trust } = this.#options;
    if (most === undefined) return [];
    if (now === undefined) throw new RangeError('how old a seal is cannot be told without the time');
    const { sealAgeFindings } = await import('../seal/verify/outside/seal-age.ts');
    return sealAgeFindings(seal, { most, now, trust });
  }
}
