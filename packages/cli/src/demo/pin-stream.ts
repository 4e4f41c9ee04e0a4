import { readFileSync, writeFileSync } from 'node:fs';
import { sha256 } from '@proofrail/core/canonical';
import { FIRST_SLOT, formatTrustFile, parseStreamId, parseTrustFile, slotKey } from '@proofrail/core/ledger';
import type { DemoFolder } from './demo-folder.ts';

/** Writes into the trust file where the stream begins, as an auditor does on the day of the first record: no other beginning counts. */
export async function pinStream(folder: DemoFolder, id: string): Promise<void> {
  const stream = parseStreamId(id);
  const store = await folder.ledger.open();
  const genesis = await store.read(slotKey(stream, FIRST_SLOT));
  if (genesis.kind !== 'found') return; // the verification that follows says what is wrong
  const trust = parseTrustFile(readFileSync(folder.trust), folder.trust);
  writeFileSync(
    folder.trust,
    formatTrustFile({ ...trust, streams: { ...trust.streams, [stream]: { genesis: sha256(genesis.bytes) } } }),
  );
}
