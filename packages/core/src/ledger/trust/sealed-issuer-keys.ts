import { sha256 } from '../../canonical/digest.ts';
import { outcomeOf, type Finding } from '../verify/finding.ts';
import { slotKey } from '../layout.ts';
import { readObject } from '../look-up/read-object.ts';
import { readStream } from '../look-up/read-stream.ts';
import type { StreamId } from '../stream-id.ts';
import { logKeysOf } from './log-keys.ts';
import type { TrustedSealer, TrustFile } from './trust-file.ts';
import { UnavailableError } from '../../outcomes/failure.ts';
import { keyAsSeen, type IssuerKey, type PublishedKey } from '../../platform/issuer-key.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { readSealedHead, type SealedHead } from '../seals/read-sealed-head.ts';
import { issuerKeysRecord, type IssuerKeysRecord } from './issuer-keys-record.ts';

/**
 * The keys of issuers that a sealer of the trust file recorded in its stream, as far as a seal covers it that a key of the log signed. Two
 * keys that no writer holds have to agree on each. TamperedError `seal/...`, `ledger/hidden`; UnavailableError `seal/unreadable`,
 * `ledger/unreadable`, `ledger/finding`: which keys they are is not known then.
 */
export async function sealedIssuerKeys(
  ledger: ObjectStore,
  trust: TrustFile,
  { stream, keys, issuers }: TrustedSealer,
): Promise<readonly IssuerKey[]> {
  const head = await readSealedHead(ledger, stream, logKeysOf(trust) ?? []);
  if (head === null || !(await isStillThere(ledger, stream, head))) return [];
  const records: IssuerKeysRecord[] = [];
  const broken: Finding[] = [];
  const unread: Finding[] = [];
  // Slots hang together by their digests: with the head of a seal and no finding below it, all of them are what was sealed.
  const onFinding = (one: Finding): void => {
    if ((one.slot ?? 0) > head.slot) return;
    if (one.code.startsWith('slot/') && outcomeOf(one) === 'tampered') broken.push(one);
    else if (one.kind === 'unreadable') unread.push(one);
  };
  for await (const { statement, signedBy, slot } of readStream(ledger, stream, { trust, onFinding })) {
    const said = slot <= head.slot && signedBy.some((by) => keys.includes(by)) ? issuerKeysRecord(statement) : null;
    if (said !== null && issuers.includes(said.issuer)) records.push(said);
  }
  if (broken.length > 0) return []; // what is wrong there is found where the stream is verified
  if (unread[0] !== undefined) throw unreadable(unread[0]);
  return issuers.flatMap((issuer) => datedKeys(records.filter((one) => one.issuer === issuer)));
}

async function isStillThere(ledger: ObjectStore, stream: StreamId, { slot, digest }: SealedHead): Promise<boolean> {
  const bytes = await readObject(ledger, slotKey(stream, slot));
  return bytes !== null && sha256(bytes) === digest;
}

const unreadable = ({ code, key }: Finding): UnavailableError =>
  new UnavailableError('ledger/finding', {
    expected: 'the whole stream of the sealer that the trust file names',
    found: code,
    at: key,
    doThis: 'Give this role permission to read the ledger (s3:GetObject and kms:Decrypt), or run it again.',
  });

/** Each key counts for tokens issued before the fetch that no longer named it. `records`: of one issuer, in the order of the stream. */
function datedKeys(records: readonly IssuerKeysRecord[]): IssuerKey[] {
  const keys = new Map<string, IssuerKey>();
  for (const { issuer, keys: published, fetched_at: at } of records) {
    const names = new Set(published.map(nameOf));
    for (const [name, key] of keys) if (!names.has(name) && key.valid_to === null) keys.set(name, { ...key, valid_to: at });
    for (const key of published) keys.set(nameOf(key), keyAsSeen(issuer, key));
  }
  return [...keys.values()];
}

const nameOf = ({ kid, jwk }: PublishedKey): string => `${kid} ${jwk.n}`;
