import type { Sha256 } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { parseRecordEntry, proveRecord, type LogVouchers } from '@proofrail/core/seal';
import { formatProof, parseCheckpoint, type TlogProof } from '@proofrail/core/tlog';
import { openLedger } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { ProveOptions } from './declare-prove.ts';
import { withRole } from '../evidence/with-role.ts';
import { findRecord } from '../record/find-record.ts';
import { keysOfRecord } from '../record/keys-of-record.ts';
import { replaceFile } from '../replace-file.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { logVouchers } from '../ledger/log-keys.ts';
import { checkpointJson, placeText } from './sealed-place.ts';

/** Writes the receipt `sealed` of one record. ConfigurationError `record/...`, `seal/not-sealed`. */
export async function prove(record: string, asked: ProveOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const vouchers = logVouchers(options);
  const { digest } = await findRecord(record, options.ledger, options);
  const proof = await firstProof(await openLedger(options.ledger, options), digest, vouchers);
  const sealed = proof === null ? null : parseRecordEntry(proof.extra);
  const checkpoint = proof === null ? null : parseCheckpoint(proof.checkpoint.text);
  if (proof === null || sealed === null || checkpoint === null) throw notSealed(digest, options.ledger, vouchers);
  replaceFile(options.out, formatProof(proof));
  return {
    outcome: 'allow',
    json: { ...sealed, proof: options.out, checkpoint: checkpointJson(checkpoint) },
    text: () => `${placeText(sealed, checkpoint)}\n${shown(options.out)}`,
  };
}

/** Wherever it was sealed: a copy that somebody put into another stream must not hide that. */
async function firstProof(store: ObjectStore, digest: Sha256, vouchers: LogVouchers | null): Promise<TlogProof | null> {
  for await (const { place } of keysOfRecord(store, digest)) {
    const proof = await proveRecord(store, place.stream, place.name, vouchers);
    if (proof !== null) return proof;
  }
  return null;
}

const notSealed = (record: string, at: string, vouchers: LogVouchers | null): ConfigurationError =>
  new ConfigurationError('seal/not-sealed', {
    expected: `a record that a seal${vouchers === null ? ', signed,' : ' signed by a key that was named'} covers, by its digest`,
    found: record,
    at,
    doThis: 'Wait for the next seal, or run "proofrail seal".',
  });
