import type { Sha256 } from '../../canonical/digest.ts';
import type { AcknowledgedFinding } from '../stored/acknowledgement.ts';
import type { AdoptedRecords } from './checks/adopted-tally.ts';
import { checkAnchors, type Anchors } from './checks/anchor-check.ts';
import { AttachmentTally, type AttachmentCounts } from './checks/attachment-tally.ts';
import { checkBlobs, type BlobTask } from './checks/blob-check.ts';
import { ChainCheck, type SeenSlot } from './checks/chain-check.ts';
import { FINDING_KINDS, type Finding, type FindingKind } from './finding.ts';
import { timeOfName, type RecordName } from '../layout.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import { LongerCheck, type LongerKinds } from './checks/longer-check.ts';
import type { KeptCheck } from './checks/kept-check.ts';
import type { PlatformCounts } from './checks/platform-tally.ts';
import { checkPointers } from './checks/pointer-check.ts';
import { RecordCheck } from './checks/record-check.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { SealTimes } from './seal-times.ts';
import type { StreamId } from '../stream-id.ts';
import { Walked } from './checks/walked.ts';
import type { StreamStart } from './inventory/stream-start.ts';

export type FindingCounts = Readonly<Record<FindingKind, number>>;

export interface StreamVerification extends FindingCounts {
  readonly stream: StreamId;
  readonly slots: number;
  /** Records in order, with right bytes and a signature that the trust file vouches for. 0 without a trust file. */
  readonly verified: number;
  /** Records in order, with right bytes, whose signatures nobody checked: without a trust file. */
  readonly consistent: number;
  /** Records that another writer than their own put in order. Decides nothing. */
  readonly adopted: AdoptedRecords;
  readonly blobs: number;
  /** That were read, announcements too. Null: none was asked for, since a checkpoint. */
  readonly pointers: number | null;
  /** What became of the originals that records keep outside of the ledger. Decides nothing. */
  readonly attachments: AttachmentCounts;
  /** For how many records the platform vouches, and which runs it names. */
  readonly platform: PlatformCounts;
  readonly genesis: Sha256 | null;
  readonly head: { readonly slot: number; readonly digest: Sha256 } | null;
  /**
   * Time of the newest record in order, by its name, also where it was read by an earlier verification; RFC 3339. Null: there is none.
   * Says as of when the answer holds: what was cut off behind it is not missed without a seal or a receipt.
   */
  readonly newest: string | null;
}

export interface StreamTask extends Omit<BlobTask, 'longer'>, Anchors {
  /** Kinds that are kept longer; null: nobody asks. */
  readonly longer: LongerKinds | null;
  readonly trusted: boolean;
  /** Pointers lie in no order of time: whoever wants what is new would have to read all of them. */
  readonly withPointers: boolean;
  /** Has seen how each object is kept that the inspector read. */
  readonly kept: KeptCheck;
  /** Null: nobody said where they lie. */
  readonly attachments: ObjectStore | null;
  /** Null: from the first slot. */
  readonly start: StreamStart | null;
  /** What stands though its key was stolen later. */
  readonly sealed: SealTimes;
  /** Until when a result may have come; null: until the newest record. */
  readonly now: number | null;
  /** Told of every slot that was followed. */
  readonly onSlot: (seq: number, seen: SeenSlot | 'unreadable') => void;
}

export interface StreamResult {
  readonly verification: StreamVerification;
  readonly findings: readonly Finding[];
  /** Records whose kind is kept longer, for which a keeper may still come. */
  readonly waiting: number;
  readonly acknowledgements: readonly AcknowledgedFinding[];
}

/** Checks one stream: slots upwards, then every record, blob and pointer that lies in it. */
export async function verifyStream(task: StreamTask): Promise<StreamResult> {
  const { stream, inventory } = task;
  const chain = new ChainCheck(stream, inventory.records, task);
  const walked = new Walked(chain, inventory.records);
  const seen = await walk(task, chain, walked);
  const anchors = checkAnchors(stream, chain, task, seen, (name) => inventory.records.isListed(name));
  const longer = new LongerCheck(stream, task.longer, task.kept.days);
  const records = new RecordCheck(stream, inventory, task.sealed, longer);
  const attachments = await visitRecords(task, records);
  const blobs = await checkBlobs({ ...task, longer }, records.named);
  const { pointers, findings: ofPointers } = task.withPointers ? await checkPointers(task, walked) : NO_POINTERS;
  const leftOver = records.platform.leftOver();
  const said = records.runs.findings(task.now);
  // What a decision rests on may lie before the start, where nobody looks this time.
  const runs = task.start === null ? said : said.filter(({ code }) => code !== 'run/no-facts');
  const own = [
    ...inventory.findings,
    ...chain.findings,
    ...anchors,
    ...records.findings,
    ...blobs,
    ...ofPointers,
    ...leftOver,
    ...runs,
  ];
  const findings = [...own, ...records.rate.findings(stream), ...longer.findings, ...task.kept.findings(stream)];
  return {
    verification: { ...summary(task, chain, records, attachments, findings), pointers },
    findings,
    waiting: longer.waiting,
    acknowledgements: records.acknowledgements,
  };
}

const NO_POINTERS = { pointers: null, findings: [] };

/** Gives back what lies in the slots that receipts name. */
async function walk(
  { inspector, inventory, receipts, onSlot, onChecked }: StreamTask,
  chain: ChainCheck,
  walked: Walked,
): Promise<Map<number, SeenSlot | null>> {
  const wanted = new Map<number, SeenSlot | null>();
  for (const receipt of receipts) if (receipt.kind === 'sequenced') wanted.set(receipt.slot, null);
  for await (const batch of chain.walk(inspector, inventory.slots)) {
    for (const [seq, seen] of batch) {
      if (wanted.has(seq)) wanted.set(seq, seen);
      if (seen !== null && inventory.pointers.count > 0) walked.enter(seq, seen);
      if (seen !== null) onSlot(seq, seen);
      else if (chain.unreadable.has(seq)) onSlot(seq, 'unreadable');
    }
    onChecked(batch.length);
  }
  return wanted;
}

async function visitRecords(
  { stream, inspector, inventory, attachments, onChecked }: StreamTask,
  records: RecordCheck,
): Promise<AttachmentCounts> {
  const originals = new AttachmentTally(stream, attachments);
  for await (const batch of inBatches(inventory.records.targets(), (some) => inspector.inspect('record', stream, some))) {
    for (const [{ name }, inspection] of batch) records.visit(name, inspection);
    await originals.look(records.takeOriginals());
    onChecked(batch.length);
  }
  return originals.counts;
}

function summary(
  task: StreamTask,
  chain: ChainCheck,
  { right, platform, newest: read }: RecordCheck,
  attachments: AttachmentCounts,
  findings: readonly Finding[],
): Omit<StreamVerification, 'pointers'> {
  const { stream, inventory, trusted } = task;
  const { newest, newestDigest, genesis } = chain;
  const count = (kind: FindingKind): number => findings.filter((one) => one.kind === kind).length;
  return {
    ...(Object.fromEntries(FINDING_KINDS.map((kind) => [kind, count(kind)])) as FindingCounts), // one for each of all kinds
    stream,
    slots: inventory.slots.size,
    verified: trusted ? right : 0,
    consistent: trusted ? 0 : right,
    adopted: chain.adopted.all(),
    blobs: inventory.blobs.size,
    attachments,
    platform: platform.counts(),
    genesis,
    head: newestDigest === null ? null : { slot: newest, digest: newestDigest },
    newest: newestOf(task.start?.committed.at(-1), read),
  };
}

function newestOf(before: RecordName | undefined, read: number | null): string | null {
  if (before === undefined && read === null) return null;
  return new Date(Math.max(before === undefined ? 0 : timeOfName(before), read ?? 0)).toISOString();
}
