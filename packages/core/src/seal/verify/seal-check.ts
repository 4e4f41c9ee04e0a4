import { sha256, sha256Of, type Sha256 } from '../../canonical/digest.ts';
import { parseKey, type RecordName } from '../../ledger/layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { KeyId } from '../../ports/key-id.ts';
import { formatCheckpoint } from '../../tlog/checkpoint.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { RightEdge } from '../../tlog/right-edge.ts';
import { bundlePath, tilePath } from '../../tlog/tile-path.ts';
import { TiledTree, type FullTile } from '../../tlog/tiled-tree.ts';
import { countersignedMark } from '../../ledger/seals/countersigned-mark.ts';
import { checkSignatures } from './check-signatures.ts';
import { coveredSlots } from './covered-slots.ts';
import type { Baseline } from './baseline.ts';
import { formatEdge, parseEdge } from '../../ledger/seals/edge-object.ts';
import { FollowedLog } from './followed-log.ts';
import { NOTICE_MEANINGS } from './notice-meanings.ts';
import { follows, parsePlan, type PlacedPlan, type Plan, type SealedStream } from '../../ledger/seals/plan.ts';
import type { OutsideCheck } from './outside/outside-check.ts';
import { bodyKey, countersignedKey, edgeKey, planKey, tileKey } from '../../ledger/seals/seal-layout.ts';
import type { SealInventory } from './seal-inventory.ts';
import type { SealReader } from './seal-reader.ts';
import type { SealVerification } from './seal-verification.ts';
import { handedOn, handsOn } from '../slots/handed-on.ts';
import { planEntry, recordEntry, recordsOfPlan } from '../../ledger/seals/sealed-entry.ts';
import type { SeenSlots } from './seen-slots.ts';

/** The slots of every stream, as a verifier found them. */
export type SeenStreams = ReadonlyMap<StreamId, SeenSlots>;

export type HoldsRecord = (stream: StreamId, name: RecordName) => boolean;

/** A record that a seal named because no slot did, and that was not listed. */
export interface LostRecord {
  readonly n: number;
  readonly stream: StreamId;
  readonly name: RecordName;
}

export interface SealCheckTask {
  readonly streams: SeenStreams;
  /** Whether a stream has a record of that name, whatever is wrong with it. */
  readonly holds: HoldsRecord;
  /** Null: nobody vouches for the log. */
  readonly keys: readonly NoteKey[] | null;
  /** Null: from the first plan. */
  readonly since: Baseline | null;
}

interface SealParts {
  readonly reader: SealReader;
  readonly inventory: SealInventory;
  readonly outside: OutsideCheck;
}

const FLUSH_AT = 64; // tiles and bundles in memory: 3 MB at most

/** Follows a log from its first plan, and holds everything that lies there against what follows from the plans and the slots. */
export class SealCheck {
  readonly #reader: SealReader;
  readonly #inventory: SealInventory;
  readonly #streams: SeenStreams;
  readonly #holds: HoldsRecord;
  readonly #keys: readonly NoteKey[] | null;
  readonly #outside: OutsideCheck;
  readonly #since: Baseline | null;
  readonly #full: FullTile[] = [];
  readonly #tree: TiledTree;
  #previous: PlacedPlan | null = null;
  /** False once a sealed slot is not what was sealed, or cannot be read: what follows from it cannot be computed any more. */
  #isComputable = true;
  #records = 0;
  readonly log: FollowedLog;
  newest: SealVerification | null = null;
  /** Nothing but the plan would miss them. */
  readonly lost: LostRecord[] = [];

  constructor({ reader, inventory, outside }: SealParts, { streams, holds, keys, since }: SealCheckTask) {
    this.#reader = reader;
    this.#inventory = inventory;
    this.#outside = outside;
    this.#streams = streams;
    this.#holds = holds;
    this.#keys = keys;
    this.#since = since;
    const onFull = (tile: FullTile): unknown => this.#full.push(tile);
    this.#tree = (since && parseEdge(since.edge, since.checkpoint, onFull)) ?? new TiledTree(RightEdge.empty(), onFull);
    this.log = new FollowedLog(since?.checkpoint.size ?? 0);
    if (since === null) return;
    this.#previous = since.placed;
    this.#records = this.#tree.size - since.placed.plan.n; // every plan is an entry, and all others are records
  }

  async run(): Promise<void> {
    if (this.#since !== null) await this.#resume(this.#since);
    const [first, sizeBefore] = [(this.#previous?.plan.n ?? 0) + 1, this.#tree.size];
    for (let n = first; n <= this.#inventory.newest; n++) {
      const placed = await this.#plan(n);
      if (placed === null) return; // what lies behind a broken link hangs on nothing
      const earlier = new Map(this.#previous?.plan.streams.map((one) => [one.stream, one]));
      this.#previous = placed;
      this.#notices(placed.plan);
      for (const sealed of placed.plan.streams) this.#stream(n, sealed, earlier.get(sealed.stream) ?? null);
      if (this.#isComputable) await this.#grow(placed);
    }
    if (!this.#isComputable) return;
    this.#reader.reportUnread(first, sizeBefore);
    this.log.end();
  }

  async #resume({ placed: { plan }, checkpoint, signedBy }: Baseline): Promise<void> {
    await this.#outside.visit(plan.n, formatCheckpoint(checkpoint));
    this.#newer(plan, signedBy);
  }

  async #plan(n: number): Promise<PlacedPlan | null> {
    const key = planKey(n);
    const bytes = await this.#reader.read(key);
    if (bytes === null) {
      if (!this.#reader.has(key))
        this.#reader.add({
          kind: 'missing',
          code: 'seal/missing',
          key,
          detail: 'There is no such plan, but there are later ones.',
        });
      return null;
    }
    const [plan, digest] = [parsePlan(bytes), sha256(bytes)];
    if (plan !== null && follows(plan, this.#previous)) return { plan, digest };
    const detail = plan === null ? 'The bytes are no plan.' : 'It does not follow the plan before it.';
    this.#reader.add({ kind: 'altered', code: 'seal/plan', key, detail, found: digest });
    return null;
  }

  /** Under the code that the same thing has when a verifier sees it itself: a marker that is gone by now is still a marker. */
  #notices({ n, notices }: Plan): void {
    for (const { code, key, stream } of notices) {
      const { kind, detail } = NOTICE_MEANINGS[code];
      const parsed = parseKey(key);
      const slot = parsed?.kind === 'slot' ? parsed.seq : null;
      this.#reader.add({ kind, code, stream, slot, key, detail: `${detail} Seal ${n} says so.` });
    }
  }

  #stream(n: number, sealed: SealedStream, previous: SealedStream | null): void {
    const { stream, adopted } = sealed;
    const covered = coveredSlots(n, sealed, this.#streams.get(stream));
    if (covered.kind === 'otherwise') this.#reader.add(covered.finding);
    if (covered.kind === 'as-sealed') this.#handedOn(n, sealed, previous);
    else this.#isComputable = false;
    for (const name of adopted) if (!this.#holds(stream, name)) this.lost.push({ n, stream, name });
  }

  /** Records that it hands on falsely nobody would put in order, and no sealer adopt. */
  #handedOn(n: number, sealed: SealedStream, previous: SealedStream | null): void {
    const { stream, from, to, adopted } = sealed;
    const floor = this.#streams.get(stream)?.newestFloor(from, to) ?? null;
    if (handsOn(sealed, handedOn(previous, floor, adopted))) return;
    const detail = `Its floor or its known records of stream ${stream} are not those of the slots and plans, so records may be passed over.`;
    this.#reader.add({ kind: 'altered', code: 'seal/handed-on', stream, key: planKey(n), detail });
  }

  async #grow({ plan, digest }: PlacedPlan): Promise<void> {
    const { n, origin } = plan;
    this.#tree.add(planEntry(n, digest));
    for (const record of recordsOfPlan(plan, (stream, seq) => this.#streams.get(stream)?.recordsOf(seq) ?? [])) {
      this.#tree.add(recordEntry(record));
      this.#records += 1;
      if (this.#full.length >= FLUSH_AT) await this.#flush();
    }
    await this.#flush();
    if (this.#isBegun(n)) return this.#unfinished(n);
    const body = formatCheckpoint({ origin, size: this.#tree.size, root: this.#tree.edge.root() });
    await this.#reader.expect(edgeKey(n), formatEdge(this.#tree));
    await this.#reader.expect(bodyKey(n), Buffer.from(body));
    const signers = await checkSignatures(this.#reader, this.#inventory, { n, body, keys: this.#keys });
    await this.#outside.visit(n, body);
    for (const { kind, by } of this.#inventory.signaturesOf(n))
      if (kind === 'countersigned')
        await this.#reader.expect(countersignedKey(n, `sha256:${by}` as Sha256), countersignedMark(digest));
    this.#newer(plan, signers);
  }

  #newer(plan: Plan, signers: readonly KeyId[]): void {
    const { n, origin, sealed_at: at } = plan;
    const checkpoint = { size: this.#tree.size, root: sha256Of(this.#tree.edge.root()) };
    const notAfter = this.#outside.timeOf(n);
    this.log.enter(plan, notAfter);
    // An authority may be asked hours after the seal was made, so that its time does not say when writers could first know it.
    this.log.enterCheckpoint(checkpoint.size, { root: checkpoint.root, since: Math.min(at, notAfter ?? at) });
    if (signers.length === 0 && this.newest !== null && this.newest.signed_by.length > 0) return;
    this.newest = {
      state: 'followed',
      origin,
      n,
      ...checkpoint,
      records: this.#records,
      sealed_at: new Date(at).toISOString(),
      signed_by: signers,
      time: this.#outside.time,
      cosigned: this.#outside.cosigned,
    };
  }

  /** A sealer that died may have left out what follows from the newest plan, and the next one puts it. */
  #isBegun(n: number): boolean {
    return n === this.#inventory.newest && !this.#reader.has(bodyKey(n));
  }

  async #unfinished(n: number): Promise<void> {
    if (this.#reader.has(edgeKey(n))) await this.#reader.expect(edgeKey(n), formatEdge(this.#tree));
    const detail = 'The plan is there, and its checkpoint is not yet: the next sealer finishes it.';
    this.#reader.add({ kind: 'pending', code: 'seal/unfinished', key: planKey(n), detail });
  }

  async #flush(): Promise<void> {
    const full = this.#full.splice(0);
    const isBegun = this.#isBegun(this.#previous?.plan.n ?? 0);
    await Promise.all(
      full.map(async (tile) => {
        const key = tileKey(tile.kind === 'entries' ? bundlePath(tile.index) : tilePath(tile.level, tile.index));
        if (!isBegun || this.#reader.has(key)) await this.#reader.expect(key, tile.bytes);
      }),
    );
  }
}
