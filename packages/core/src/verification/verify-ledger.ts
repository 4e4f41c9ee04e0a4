import { isStreamId, type StreamId } from '../ledger/stream-id.ts';
import type { AcknowledgedFinding } from '../ledger/stored/acknowledgement.ts';
import { Vouching } from '../ledger/trust/vouching.ts';
import { KeptCheck } from '../ledger/verify/checks/kept-check.ts';
import { byPlace, outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import { inspectorOf } from '../ledger/verify/inspect/inspector-of.ts';
import type { StreamInventory } from '../ledger/verify/inventory/inventory.ts';
import { NO_TRUST, trustIn, type TrustStanding } from '../ledger/verify/trust-standing.ts';
import { verifyStream, type StreamResult, type StreamVerification } from '../ledger/verify/verify-stream.ts';
import { worstOutcome, type CheckOutcome } from '../outcomes/outcome.ts';
import type { Assurance, ObjectStore } from '../ports/object-store.ts';
import type { SealStanding } from '../seal/verify/seal-verification.ts';
import { LedgerSeals } from './ledger-seals.ts';
import { orderLine } from './order-line.ts';
import { takeInventories } from './take-inventories.ts';
import type { Reading, VerifyOptions } from './verify-options.ts';

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
  /** Records of kinds that are kept longer, which a keeper may still come for. */
  readonly waiting: number;
  /** In stable order. */
  readonly findings: readonly Finding[];
}

/**
 * Checks every version of every object of a ledger, needing no network but the store's and no server of ours (design §11, line 10).
 * Findings are answers, not errors; UnavailableError only where the ledger cannot even be listed.
 */
export async function verifyLedger(store: ObjectStore, options: VerifyOptions = {}): Promise<Verification> {
  const { trust, receipts = [], since = null, acceptAcknowledged = false } = options;
  const reading = options.reading ?? readingHere(store, options);
  const seals = new LedgerSeals(reading.kept, options);
  const inventories = await takeInventories(store, options, (object) => seals.list(object));
  const streams = [...inventories].filter((entry): entry is ListedStream => isStreamId(entry[0])).sort(byStream);
  const results = await verifyStreams(streams, reading, seals, options);
  const { seal, findings: ofSeals } = await seals.follow(streams);
  const own = [
    ...(inventories.get('')?.findings ?? []),
    ...results.flatMap((result) => result.findings),
    ...reading.kept.findings(''), // of the seals, just read
  ];
  const findings = withAcknowledgements([...own, ...unseen(ofSeals, own)], results).sort(byPlace);
  // Nothing new since a checkpoint is an answer, as long as the checkpoint itself was followed.
  const isChecked = streams.some(([, inventory]) => evidenceIn(inventory) > 0) || (since !== null && seal.state === 'followed');
  return {
    outcome: outcomeFor(findings, isChecked, acceptAcknowledged),
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
    since: since?.placed.plan.n ?? null,
    seal,
    waiting: results.reduce((sum, one) => sum + one.waiting, 0),
    findings,
  };
}

type ListedStream = [StreamId, StreamInventory];

async function verifyStreams(
  streams: readonly ListedStream[],
  { inspector, kept }: Reading,
  seals: LedgerSeals,
  options: VerifyOptions,
): Promise<StreamResult[]> {
  const { trust, receipts = [], since, now, longer, onProgress } = options;
  const attachments = options.attachments ?? null;
  const total = streams.reduce((sum, [, inventory]) => sum + evidenceIn(inventory) + inventory.pointers.count, 0);
  const onChecked = progressOf(total, onProgress);
  const sealed = await seals.before();
  const results: StreamResult[] = [];
  for (const [stream, inventory] of streams) {
    const start = since?.starts.get(stream) ?? null;
    const genesis = start === null ? (trust?.streams[stream]?.genesis ?? null) : null;
    const own = receipts.filter((receipt) => receipt.stream === stream);
    const onSlot = seals.slotsOf(stream);
    const common = {
      stream,
      inventory,
      inspector,
      attachments,
      kept,
      start,
      genesis,
      now: now ?? null,
      longer: longer ?? null,
      sealed,
      onSlot,
      onChecked,
      withPointers: since === undefined,
    };
    results.push(await verifyStream({ ...common, trusted: trust !== undefined, receipts: own }));
  }
  return results;
}

function readingHere(store: ObjectStore, { trust, attachments, days = 0, longer }: VerifyOptions): Reading {
  const kept = KeptCheck.of(store, days);
  const vouching = trust === undefined ? null : new Vouching(trust, kept, attachments ?? null);
  return { kept, inspector: inspectorOf(kept, vouching, { kinds: Object.keys(longer?.days ?? {}) }) };
}

/** What a seal says and the ledger still shows is one finding; two seals that say the same are one too. */
function unseen(sealed: readonly Finding[], own: readonly Finding[]): Finding[] {
  const known = new Set(own.map(identity));
  return sealed.filter((one) => !known.has(identity(one)) && known.add(identity(one)));
}

const identity = ({ code, key }: Finding): string => `${code} ${key}`;

function withAcknowledgements(findings: readonly Finding[], results: readonly StreamResult[]): Finding[] {
  const accepted = new Map<string, AcknowledgedFinding>();
  for (const { acknowledgements } of results) for (const one of acknowledgements) accepted.set(one.finding, one);
  return findings.map((one) => ({ ...one, acknowledged: accepted.get(one.digest) ?? null }));
}

function outcomeFor(findings: readonly Finding[], isChecked: boolean, accept: boolean): CheckOutcome {
  const counting = findings.filter((one) => !(accept && one.acknowledged !== null));
  const outcomes = counting.map(outcomeOf).filter((outcome) => outcome !== 'allow');
  return worstOutcome(isChecked ? ['allow', ...outcomes] : outcomes);
}

function progressOf(total: number, onProgress: VerifyOptions['onProgress']): (objects: number) => void {
  let checked = 0;
  return (objects) => {
    checked += objects;
    onProgress?.({ checked, total });
  };
}

/** Without any a stream has nothing that could be verified: its pointers are hints. */
const evidenceIn = ({ slots, records, blobs }: StreamInventory): number => slots.size + records.size + blobs.size;

const byStream = ([a]: ListedStream, [b]: ListedStream): number => (a < b ? -1 : 1);
