import type { Sha256 } from '../../canonical/digest.ts';

/** A checkpoint of a ledger's log, as a record names it. */
export interface NamedCheckpoint {
  /** Entries of the log, from 1 on. */
  readonly size: number;
  /** RFC 6962, over all of them. */
  readonly root: Sha256;
}

// Payloads are canonical JSON, where members are sorted and a quotation mark inside a text is escaped: this can only be the member itself,
// so that no record needs to be parsed.
const BEGINNING = Buffer.from('"checkpoint":{"root":"');
const MEMBER = /^"checkpoint":\{"root":"(sha256:[0-9a-f]{64})","size":([1-9][0-9]{0,15})\}/;
const LONGEST = 128; // bytes of the member

/** The newest checkpoint that the writer of a record says it knew; null: it knew none, or the record is older than the member. */
export function readNamedCheckpoint(payload: Uint8Array): NamedCheckpoint | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const at = bytes.indexOf(BEGINNING);
  const [, root, size] = at < 0 ? [] : (MEMBER.exec(bytes.toString('latin1', at, at + LONGEST)) ?? []);
  return root === undefined ? null : { size: Number(size), root: root as Sha256 };
}
