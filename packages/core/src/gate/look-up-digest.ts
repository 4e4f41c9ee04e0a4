import type { Sha256 } from '../canonical/digest.ts';
import { recordOf, type LedgerEntry } from '../evidence/index.ts';
import {
  PointerLookUp,
  pointerSubject,
  type LedgerRecord,
  type PointedRecords,
  type StreamId,
  type TrustFile,
} from '../ledger/index.ts';
import type { ObjectStore } from '../ports/index.ts';
import { pointedFrom } from './pointed-from.ts';

export interface DigestLookUp {
  readonly store: ObjectStore;
  readonly stream: StreamId;
  readonly trust: TrustFile;
  readonly attachments: ObjectStore | null;
}

export type LookedUp =
  { readonly kind: 'found'; readonly entries: readonly LedgerEntry[] } | Exclude<PointedRecords, { readonly kind: 'found' }>;

/**
 * What digestAllowed needs to know about an artifact, found by pointers: two listings and eight reads at most, however long the stream
 * is. Bills of materials that link it to several commits are more than that buys: a doubt.
 */
export async function lookUpDigest(question: DigestLookUp, artifact: Sha256): Promise<LookedUp> {
  const { store, stream, trust, attachments } = question;
  const lookUp = new PointerLookUp(store, stream, trust, attachments);
  const links = await under(lookUp, artifact);
  if (links.kind !== 'found') return links;
  const [commit = null, ...others] = new Set(links.entries.map(({ record }) => commitIn(record)));
  if (commit === null || others.length > 0) return { kind: 'doubt' };
  const decisions = await under(lookUp, commit);
  if (decisions.kind !== 'found') return decisions;
  return { kind: 'found', entries: [...links.entries, ...decisions.entries] };
}

async function under(lookUp: PointerLookUp, text: string): Promise<LookedUp> {
  const subject = pointerSubject(text);
  if (subject === null) return { kind: 'doubt' };
  const pointed = await lookUp.under(subject);
  if (pointed.kind !== 'found') return pointed;
  const entries = pointed.records.map(entryOf);
  const about = entries.every(({ record }) => pointedFrom(record).includes(subject));
  return about ? { kind: 'found', entries } : { kind: 'doubt' };
}

const entryOf = ({ stream, digest, statement, name }: LedgerRecord): LedgerEntry => ({
  stream,
  digest,
  record: recordOf(statement, name),
});

const commitIn = (record: LedgerEntry['record']): string | null =>
  record.kind === 'sbom' ? (record.details.built_from?.commit ?? null) : null;
