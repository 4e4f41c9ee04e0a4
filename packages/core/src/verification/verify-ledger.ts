import { worstOutcome, type CheckOutcome } from '../outcomes/outcome.ts';
import type { Assurance, ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { AcknowledgedFinding } from '../ledger/stored/acknowledgement.ts';
import type { Baseline } from '../seal/verify/baseline.ts';
import type { SealStanding } from '../seal/verify/seal-verification.ts';
import { byPlace, outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import { inspectorOf } from '../ledger/verify/inspect/inspect.ts';
import type { Inspector } from '../ledger/verify/inspect/inspector.ts';
import { takeInventorySince } from '../ledger/verify/inventory/inventory-since.ts';
import { KeptCheck } from '../ledger/verify/checks/kept-check.ts';
import { emptyInventory, takeInventory, type StreamInventory } from '../ledger/verify/inventory/inventory.ts';
import { LedgerSeals } from './ledger-seals.ts';
import { orderLine } from './order-line.ts';
import type { Receipt } from '../ledger/stored/receipt.ts';
import { RecordTable } from '../ledger/verify/inventory/record-table.ts';
import { isStreamId, type StreamId } from '../ledger/stream-id.ts';
import type { TrustFile } from '../ledger/trust/trust-file.ts';
import { Vouching } from '../ledger/trust/vouching.ts';
import { verifyStream, type StreamResult, type StreamVerification } from '../ledger/verify/verify-stream.ts';
import { NO_TRUST, trustIn, type TrustStanding } from '../ledger/verify/trust-standing.ts';

export interface VerifyOptions {
  readonly trust?: TrustFile;
  /** Where the platform's tokens lie. Without it no receipt of the platform can be verified. */
  readonly attachments?: ObjectStore;
  /** What jobs kept: their slots must exist, unchanged. */
  readonly receipts?: readonly Receipt[];
  /** Only this stream, and those that receipts name. */
  readonly stream?: StreamId;
  /** For how many days each object must be locked, where the store knows locks. Never less than the store locks by itself. */
  readonly days?: number;
  /** A seal up to which everything was verified before: only what came later is read. Not together with receipts or one stream. */
  readonly since?: Baseline;
  /** How old, in milliseconds, the newest seal may be for which somebody outside vouches; it takes `now`. Default: any age, and none. */
  readonly sealedWithin?: number;
  /** Acknowledged findings no longer decide the outcome. They stay in the list. */
  readonly acceptAcknowledged?: boolean;
  /** UTC milliseconds: an intent whose deadline lies before it is owed its result. Default: the time of each stream's newest record. */
  readonly now?: number;
  /** What reads the objects and checks their signatures; default: this thread. */
  readonly reading?: Reading;
  readonly onProgress?: (progress: Progress) => void;
}

/** One that uses the same stores, trust file and days as the verification that it is handed to. */
export interface Reading {
  /** Told by `inspector` what it finds about how objects are kept. */
  readonly kept: KeptCheck;
  readonly inspector: Inspector;
}

export interface Progress {
  readonly checked: number;
  readonly total: number;
}

export interface Verification {
  /** `allow`: verified. Never that where nothing was checked: then `invalid`. */
  readonly outcome: CheckOutcome;
  readonly trust: TrustStanding;
  readonly ledger: string;
  readonly assurance: Assurance;
  /** On what it rests that nothing was put in order otherwise. */
  readonly order: string;
  readonly streams: readonly StreamVerification[];
  /** Receipts that were held against the ledger. */
  readonly receipts: number;
  /** Number of the seal up to which nothing was read again; null: everything was read. */
  readonly since: number | null;
  readonly seal: SealStanding;
  /** In stable order. */
  readonly findings: readonly Finding[];
}

/**
 * Checks every version of every object of a ledger, needing no network but the store's and no server of ours (design §11, line 10).
 * Findings are answers, not errors; UnavailableError only where the ledger cannot even be listed.
 */
export async function verifyLedger(store: ObjectStore, options: VerifyOptions = {}): Promise<Verification> {
  const { trust, receipts = [], acceptAcknowledged = false, now = null } = options;
  const { kept, inspector } = options.reading ?? readingHere(store, options);
  const seals = new LedgerSeals(kept, options);
  const inventories = await takeInventories(store, options, (object) => seals.list(object));
  const outside = inventories.get('')?.findings ?? [];
  const streams = [...inventories].filter((entry): entry is [StreamId, StreamInventory] => isStreamId(entry[0])).sort(byStream);
  const total = streams.reduce((sum, [, inventory]) => sum + objectsIn(inventory), 0);
  const onChecked = progressOf(total, options.onProgress);
  const sealed = await seals.before();
  const results: StreamResult[] = [];
  for (const [stream, inventory] of streams) {
    const start = options.since?.starts.get(stream) ?? null;
    const genesis = start === null ? (trust?.streams[stream]?.genesis ?? null) : null;
    const own = receipts.filter((receipt) => receipt.stream === stream);
    const onSlot = seals.slotsOf(stream);
    const common = { stream, inventory, inspector, kept, start, genesis, now, sealed, onSlot, onChecked };
    results.push(await verifyStream({ ...common, trusted: trust !== undefined, receipts: own }));
  }
  const { seal, findings: ofSeals } = await seals.follow(streams);
  const own = [...outside, ...results.flatMap((result) => result.findings), ...kept.findings('')]; // '': of the seals, just read
  const findings = withAcknowledgements([...own, ...unseen(ofSeals, own)], results).sort(byPlace);
  return {
    // Nothing new since a checkpoint is an answer, as long as the checkpoint itself was followed.
    outcome: outcomeFor(findings, streams, acceptAcknowledged, options.since !== undefined && seal.state === 'followed'),
    trust:
      trust === undefined
        ? NO_TRUST
        : trustIn(
            trust,
            streams.map(([stream]) => stream),
          ),
    ledger: store.uri,
    assurance: store.assurance,
    order: orderLine(seal, store.assurance),
    streams: results.map((result) => result.verification),
    receipts: receipts.length,
    since: options.since?.placed.plan.n ?? null,
    seal,
    findings,
  };
}

function readingHere(store: ObjectStore, { trust, attachments, days = 0 }: VerifyOptions): Reading {
  const kept = KeptCheck.of(store, days);
  const vouching = trust === undefined ? null : new Vouching(trust, kept, attachments ?? null);
  return { kept, inspector: inspectorOf(kept, vouching) };
}

/** What a seal says and the ledger still shows is one finding; two seals that say the same are one too. */
function unseen(sealed: readonly Finding[], own: readonly Finding[]): Finding[] {
  const known = new Set(own.map(identity));
  return sealed.filter((one) => !known.has(identity(one)) && known.add(identity(one)));
}

const identity = ({ code, key }: Finding): string => `${code} ${key}`;

/** Every stream that is there or that somebody vouches for: one that vanished whole is checked too. */
async function takeInventories(
  store: ObjectStore,
  { stream, trust, since, receipts = [] }: VerifyOptions,
  onSeal: (object: ObjectVersion) => void,
): Promise<Map<string, StreamInventory>> {
  const table = new RecordTable();
  if (since !== undefined) return takeInventorySince(store, since.starts, since.newStreams, table, onSeal);
  const inventories = new Map<string, StreamInventory>(await takeInventory(store, stream ?? null, table, onSeal));
  const pinned = Object.keys(trust?.streams ?? {}).filter((id) => stream === undefined || id === stream);
  for (const id of pinned) if (!inventories.has(id)) inventories.set(id, emptyInventory(table));
  for (const { stream: id } of receipts) {
    if (inventories.has(id)) continue;
    inventories.set(id, (await takeInventory(store, id, table)).get(id) ?? emptyInventory(table));
  }
  return inventories;
}

function withAcknowledgements(findings: readonly Finding[], results: readonly StreamResult[]): Finding[] {
  const accepted = new Map<string, AcknowledgedFinding>();
  for (const { acknowledgements } of results) for (const one of acknowledgements) accepted.set(one.finding, one);
  return findings.map((one) => ({ ...one, acknowledged: accepted.get(one.digest) ?? null }));
}

function outcomeFor(
  findings: readonly Finding[],
  streams: readonly [StreamId, StreamInventory][],
  accept: boolean,
  followed: boolean,
): CheckOutcome {
  const counting = findings.filter((one) => !(accept && one.acknowledged !== null));
  const checked = followed || streams.some(([, inventory]) => objectsIn(inventory) > 0);
  return worstOutcome([...(checked ? (['allow'] as const) : []), ...counting.map(outcomeOf)]);
}

function progressOf(total: number, onProgress: VerifyOptions['onProgress']): (objects: number) => void {
  let checked = 0;
  return (objects) => {
    checked += objects;
    onProgress?.({ checked, total });
  };
}

const objectsIn = ({ slots, records, blobs }: StreamInventory): number => slots.size + records.size + blobs.size;

const byStream = ([a]: [StreamId, unknown], [b]: [StreamId, unknown]): number => (a < b ? -1 : 1);
