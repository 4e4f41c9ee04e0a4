import { evidenceLog, type EvidenceLog } from '@proofrail/core/gate';
import { knownCheckpoint, type StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { IdentityTokens, Keeping } from '@proofrail/core/ports';
import { runSigner } from '@proofrail/signer-local';
import { cappedLogs } from './capped-log.ts';
import { loadSigner } from '../keys/load-signer.ts';
import { openErasableAttachments } from './open-attachments.ts';
import { openLedger } from './open-ledger.ts';
import { pause } from '../process/pause.ts';
import { randomness } from '../process/randomness.ts';
import type { StoreOptions } from '../buckets/store-options.ts';
import { systemClock } from '../process/system-clock.ts';

export interface EvidencePlace {
  /** URI. */
  readonly ledger: string;
  /** A key in PEM, the path of one, or `awskms:///ARN`; `run`, or nothing in a job that has identity tokens: a key made for this run alone. */
  readonly signingKey: string;
  /** URI of the store for the platform's tokens and the originals of reports; null: beside the ledger, in a job with such tokens. */
  readonly attachments: string | null;
}

/**
 * Opens a ledger for the evidence of one run. With identity tokens the platform vouches for each record; without, each record says that
 * none does.
 *
 * @param tokens null in a job without the permission `id-token: write`
 * @param keeping what keeps the ledger, which each record says
 * @throws ConfigurationError `key/...`, `ledger/...`; UnavailableError `key/unavailable`; TamperedError `key/wrong-answer`
 */
export async function openEvidence(
  { ledger: uri, signingKey, attachments }: EvidencePlace,
  tokens: IdentityTokens | null,
  keeping: Keeping,
  options: StoreOptions = {},
): Promise<(stream: StreamId) => EvidenceLog> {
  const forRun = signingKey === 'run' || (signingKey === '' && tokens !== null);
  if (forRun && tokens === null) throw noIdentity();
  const store = await openLedger(uri, options);
  void knownCheckpoint(store); // asked beside the keys, so that it is there before the first record
  const own = forRun ? runSigner() : null;
  const signer = own ?? (await loadSigner(signingKey, 'with.signing-key', options));
  const kept = tokens === null && attachments === null ? null : await openErasableAttachments(uri, attachments, options);
  const witness = tokens === null || kept === null ? null : { tokens, attachments: kept, runKey: own?.publicKey ?? null };
  const ledger = { store, signer, clock: systemClock, pause };
  return cappedLogs((stream: StreamId) => evidenceLog(ledger, stream, randomness, witness, keeping, kept));
}

/** A key that lives for one run counts by the platform's word alone: signing with one that nobody vouches for would prove nothing. */
const noIdentity = (): ConfigurationError =>
  new ConfigurationError('key/no-identity', {
    expected: 'a job that may ask the platform for identity tokens, so that a key of its own counts',
    found: 'none',
    at: 'with.signing-key',
    doThis: 'add "permissions: id-token: write" to the job, or hand over a key that "proofrail keys new" made',
  });
