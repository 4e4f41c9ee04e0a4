import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Sha256, Statement } from '@proofrail/core/canonical';
import { sealRecord } from '@proofrail/core/evidence';
import { append, listStreams, readStream, type Ledger } from '@proofrail/core/ledger';
import { openLedger, systemClock } from '@proofrail/machine';
import { createLocalKey } from '@proofrail/signer-local';

/** Writes the whole ledger again, record by record, signed by a key of the attacker's own: perfectly consistent, and nobody's. */
export async function signAnew(ledger: string): Promise<void> {
  const original = `${ledger}.original`;
  cpSync(ledger, original, { recursive: true });
  rmSync(ledger, { recursive: true, force: true });
  mkdirSync(ledger);
  const source = await openLedger(`file:${original}`);
  const signer = createLocalKey(path.join(path.dirname(ledger), 'attacker.key'));
  const forged: Ledger = { store: await openLedger(`file:${ledger}`), signer, clock: systemClock };
  const renamed = new Map<Sha256, Sha256>();
  for (const stream of await listStreams(source)) {
    for await (const { statement, storedAt, digest } of readStream(source, stream)) {
      const forgery = inTheNameOf(signer.keyId, withNewNames(statement, renamed));
      const { record } = await append(forged, stream, await sealRecord(forgery, signer), { at: storedAt });
      renamed.set(digest, record);
    }
  }
  cpSync(path.join(original, 'v1/blobs'), path.join(ledger, 'v1/blobs'), { recursive: true });
  rmSync(original, { recursive: true, force: true });
}

/** Records that others rest on come before them, so that every digest they are named by is forged already. */
function withNewNames(statement: Statement, renamed: ReadonlyMap<Sha256, Sha256>): Statement {
  const text = JSON.stringify(statement).replaceAll(/sha256:[0-9a-f]{64}/g, (digest) => renamed.get(digest as Sha256) ?? digest);
  return JSON.parse(text) as Statement;
}

function inTheNameOf(keyId: string, statement: Statement): Statement {
  const { evidence, ...rest } = statement.predicate;
  return { ...statement, predicate: { ...rest, evidence: { ...(evidence as object), signer: keyId } } };
}
