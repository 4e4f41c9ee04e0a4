import { sha256 } from '../canonical/digest.ts';
import type { Statement } from '../canonical/statement.ts';
import {
  createRecord,
  recordOf,
  RecordRefused,
  refusalRecord,
  sealRecord,
  type EvidenceKind,
  type EvidenceRecord,
  type Randomness,
  type RecordDraft,
  type RecordSources,
} from '../evidence/index.ts';
import type { Keeping } from '../ports/keeping.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { append } from '../ledger/append/append.ts';
import { knownCheckpoint } from '../ledger/append/known-checkpoint.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { putAttachment } from '../ledger/append/put-attachment.ts';
import { putBlob, type StoredBlob } from '../ledger/append/put-blob.ts';
import { announcePointers, putPointers } from '../ledger/append/put-pointers.ts';
import { putPlatformReceipt, type PlatformWitness } from '../ledger/append/put-platform-receipt.ts';
import type { SequencedReceipt } from '../ledger/stored/receipt.ts';
import { isPullRequestStream, type StreamId } from '../ledger/stream-id.ts';
import { pointedFrom } from './pointed-from.ts';

/** One stream of a ledger, open for evidence of this run. */
export interface EvidenceLog {
  /**
   * Signs the record and gives it a place. Throws RecordRefused after the refusal itself was recorded, and what the ledger and the
   * platform throw.
   */
  append<K extends EvidenceKind>(draft: RecordDraft<K>): Promise<WrittenRecord>;
  /** Stores a document by content; a record names it by key and digest. */
  attach(bytes: Uint8Array): Promise<StoredBlob>;
  /** Whether somebody named a place for originals. */
  readonly keepsOriginals: boolean;
  /** Keeps an original outside of the ledger, where it can be erased. False: nobody named such a place, or it could not be put there. */
  keep(bytes: Uint8Array): Promise<boolean>;
}

export interface WrittenRecord {
  readonly record: EvidenceRecord;
  readonly receipt: SequencedReceipt;
}

/**
 * `witness`: the platform that vouches for each record; null: none does. `keeping`: what keeps the ledger. Each record says both.
 * `originals`: where those are kept that may have to be erased; null: nowhere.
 */
export function evidenceLog(
  ledger: Ledger,
  stream: StreamId,
  randomness: Randomness,
  witness: PlatformWitness | null = null,
  keeping: Keeping = { by: 'ledger' },
  originals: ObjectStore | null = null,
): EvidenceLog {
  const platformReceipt = witness === null ? 'none' : 'oidc';
  const asked = knownCheckpoint(ledger.store); // beside whatever the caller does before its first record
  const sources = async (): Promise<RecordSources> => {
    const { clock, signer } = ledger;
    return { clock, randomness, signer, platformReceipt, keeping, checkpoint: await asked };
  };

  async function write(statement: Statement): Promise<WrittenRecord> {
    const envelope = await sealRecord(statement, ledger.signer);
    const digest = sha256(envelope);
    const record = recordOf(statement, digest);
    const subjects = isPullRequestStream(stream) ? [] : pointedFrom(record);
    if (witness !== null) await putPlatformReceipt(ledger, stream, envelope, witness);
    await announcePointers(ledger, stream, digest, subjects);
    const receipt = await append(ledger, stream, envelope);
    await putPointers(ledger, receipt, subjects);
    return { record, receipt };
  }

  return {
    attach: (bytes) => putBlob(ledger, stream, bytes),
    keepsOriginals: originals !== null,
    keep: async (bytes) => originals !== null && putAttachment(ledger, originals, stream, bytes),
    append: async (draft) => {
      const from = await sources();
      try {
        return await write(createRecord(draft, from));
      } catch (thrown) {
        // Record first, fail afterwards: that something could not be signed is itself evidence (design §11, line 8).
        if (thrown instanceof RecordRefused) await write(refusalRecord(thrown, draft, from));
        throw thrown;
      }
    },
  };
}
