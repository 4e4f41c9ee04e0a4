import type { Sha256 } from '../canonical/digest.ts';
import { verifyEnvelope } from '../canonical/verify-envelope.ts';
import { timestampOf } from '../evidence/timestamp-of.ts';
import { readStream } from '../ledger/look-up/read-stream.ts';
import type { PublishedKey } from '../platform/issuer-key.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Countersigner } from './countersigner.ts';
import type { FetchedKeys } from './fetch-issuer-keys.ts';
import { issuerKeysRecord } from '../ledger/trust/issuer-keys-record.ts';

/**
 * Records the keys of each issuer that are not those it was last known to have. Gives the digests of the new records, by issuer. What
 * evidence logs and ledgers throw.
 */
export async function recordIssuerKeys(
  store: ObjectStore,
  countersigner: Countersigner,
  fetched: readonly FetchedKeys[],
  now: number,
): Promise<ReadonlyMap<string, Sha256>> {
  const known = await lastKnown(store, countersigner);
  const recorded = new Map<string, Sha256>();
  for (const { issuer, keys, answer } of fetched) {
    if (namesOf(keys) === known.get(issuer)) continue;
    const { name, version } = countersigner.product;
    const { receipt } = await countersigner.evidence.append({
      kind: 'issuer.keys',
      subject: { raw: answer },
      evidence: {
        system: 'oidc',
        outcome: 'n_a',
        facts: 'read',
        method: 'pull',
        collector_id: name,
        collector_version: version,
        raw_sha256: answer,
        raw_media_type: 'application/json',
      },
      details: { issuer, keys: [...keys], fetched_at: timestampOf(now), answer },
    });
    recorded.set(issuer, receipt.record);
  }
  return recorded;
}

/** By the newest record of each issuer that this key signed. A stream that does not verify is for `verify` to tell: it costs a record more. */
async function lastKnown(store: ObjectStore, { stream, publicKey }: Countersigner): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for await (const { envelope, statement } of readStream(store, stream, { onFinding: () => undefined })) {
    const said = issuerKeysRecord(statement);
    if (said !== null && verifyEnvelope(envelope, [publicKey]).length > 0) known.set(said.issuer, namesOf(said.keys));
  }
  return known;
}

const namesOf = (keys: readonly PublishedKey[]): string => keys.map(({ kid, jwk }) => `${kid} ${jwk.n}`).join('\n');
