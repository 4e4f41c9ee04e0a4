import { isSha256, sha256, type Sha256 } from '@proofrail/core/canonical';
import {
  isPullRequestStream,
  listStreams,
  readAcknowledgement,
  readStream,
  type AcknowledgedFinding,
  type LedgerRecord,
  type TrustFile,
} from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { sealedBeforeThefts } from '@proofrail/core/verification';
import { kmsKeysOf } from './kms-keys.ts';
import type { TrailEvent } from './trail-event.ts';

/** Why something was done, as far as trusted keys have recorded it in the ledger. */
export interface RecordedReasons {
  /** By the digest of the finding. */
  readonly acknowledged: ReadonlyMap<string, AcknowledgedFinding>;
  /** Whether a record of kind `key.event` stands for this event. */
  readonly explains: (event: TrailEvent) => boolean;
}

/** A ledger in which something is wrong that nobody has accepted, so that no record in it gives a reason. */
export interface UnverifiedLedger {
  readonly unverified: 'tampered' | 'unavailable';
  /** Its URI. */
  readonly ledger: string;
}

/** The finding that then stands beside those that need a reason. */
export const LEDGER_UNVERIFIED = 'cloudtrail/ledger-unverified';

const KEY_EVENT = 'https://proofrail.dev/evidence/key.event/v1';
/** A record of a key's change is written by who changes it, in the same piece of work. One of last year explains nothing of today. */
const MOST_APART = 24 * 3_600_000;
/** After these calls nobody signs, or reads, with a key any more. That it was made or rotated is no reason for one. */
const ENDS_A_KEY = new Set(['DisableKey', 'ScheduleKeyDeletion', 'DeleteImportedKeyMaterial']);
const ENDINGS: readonly unknown[] = ['retired', 'compromised'];

/** Reads the streams of repositories: only signatures that the trust file vouches for count, and for acknowledgements only those that it lets acknowledge. */
export async function recordedReasons(
  store: ObjectStore,
  trust: TrustFile,
  attachments: ObjectStore | null,
): Promise<RecordedReasons> {
  const acknowledged = new Map<string, AcknowledgedFinding>();
  const keyEvents: KeyEvent[] = [];
  const sealed = await sealedBeforeThefts(store, { trust }); // an acknowledgement that the verification counts gives its reason here too
  const reading = { trust, sealed, onFinding: () => undefined, ...(attachments === null ? {} : { attachments }) };
  for (const stream of await listStreams(store)) {
    if (isPullRequestStream(stream)) continue; // what a pull request's credentials wrote satisfies nothing
    for await (const record of readStream(store, stream, reading)) {
      const acknowledgement = acknowledgementIn(record, trust);
      if (acknowledgement !== null) acknowledged.set(acknowledgement.finding, acknowledgement);
      const keyEvent = keyEventIn(record);
      if (keyEvent !== null) keyEvents.push(keyEvent);
    }
  }
  const explains = (event: TrailEvent): boolean =>
    event.source === 'kms.amazonaws.com' &&
    keyEvents.some(
      ({ at, key, isEnding }) =>
        Math.abs(at - event.time) <= MOST_APART &&
        (isEnding || !ENDS_A_KEY.has(event.name)) &&
        kmsKeysOf(event).some((name) => sha256(name) === key),
    );
  return { acknowledged, explains };
}

function acknowledgementIn({ envelope, signedBy }: LedgerRecord, { acknowledge }: TrustFile): AcknowledgedFinding | null {
  return signedBy.some((signer) => acknowledge.includes(signer)) ? readAcknowledgement(envelope.payload) : null;
}

interface KeyEvent {
  readonly at: number;
  /** SHA-256 of the ARN of the KMS key. */
  readonly key: Sha256;
  readonly isEnding: boolean;
}

/** Null: the record tells of no change of a key of KMS. */
function keyEventIn({ statement: { predicateType, predicate }, storedAt: at }: LedgerRecord): KeyEvent | null {
  const key = predicateType === KEY_EVENT ? predicate['kms_key'] : null;
  return isSha256(key) ? { at, key, isEnding: ENDINGS.includes(predicate['event']) } : null;
}
