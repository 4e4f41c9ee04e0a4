import type { Sha256 } from '../canonical/digest.ts';
import { digestAllowed, recordOf, type LedgerEntry, type RefusalReason } from '../evidence/index.ts';
import {
  isPullRequestStream,
  listStreams,
  readStream,
  type ReadOptions,
  type StreamId,
  type TrustFile,
} from '../ledger/index.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import type { ObjectStore } from '../ports/index.ts';
import { lookUpDigest, type DigestLookUp } from './look-up-digest.ts';

export type DigestAnswer = AllowedDigest | RefusedDigest;

export interface AllowedDigest {
  readonly outcome: 'allow';
  readonly commit: string;
  /** Records that this rests on, by digest. */
  readonly link: Sha256;
  readonly decision: Sha256;
  /** Not proven until provenance is verified (decisions.md, Bootstrap). */
  readonly linkClaimedBy: 'archive-sbom';
  readonly factsGiven: boolean;
  /**
   * `stream`: everything that its repository ever wrote was read and verifies. `pointers`: these records verify where they stand; that
   * nothing newer says otherwise rests on the bucket, as long as no seal proves it.
   */
  readonly foundBy: 'stream' | 'pointers';
}

export interface RefusedDigest {
  readonly outcome: 'deny';
  readonly code: `image/${RefusalReason}` | 'pointer/flood';
  readonly reason: string;
  /** The record that decided it, if one did. */
  readonly record: Sha256 | null;
}

export interface DigestQuestion {
  readonly store: ObjectStore;
  /** Records without a signature that it vouches for answer nothing. */
  readonly trust: TrustFile | null;
  /** Where the platform's tokens lie, by which a key of one run counts; null: nowhere. */
  readonly attachments?: ObjectStore | null;
  /** Accept decisions about facts that were handed over. Only an embedded ledger may (decisions.md, Facts). */
  readonly acceptGiven: boolean;
  /** What stands though its key was stolen later; absent: nothing does. */
  readonly sealed?: ReadOptions['sealed'];
  /** Only this repository's records count; in a shared ledger another repository could vouch for anything. Default: all of them. */
  readonly stream?: StreamId;
}

const REASONS: Readonly<Record<RefusalReason, string>> = {
  'no-sbom': 'the ledger holds no SBOM of this digest, so nothing says which change it comes from',
  'no-commit': 'its SBOM names no commit, so nothing says which change it comes from',
  'not-decided': 'no decision about the commit that it was built from',
  denied: 'the change that it was built from was denied',
  bypassed: 'the commit that it was built from holds something else than was allowed',
  'facts-given': 'the decision rests on facts that were handed over, not read',
};

const FLOOD =
  'more than 100 objects point from it or from its commit, so that no look-up can be complete. ' +
  'Find out who writes so many to this stream, and build from another commit';

/**
 * Answers for any number of digests: does this one come from a change that was allowed? Reads the ledger whole and once, or not at all
 * where pointers answer. Throws TamperedError for a ledger that does not verify: what it says then proves nothing.
 */
export async function digestChecker(question: DigestQuestion): Promise<(digest: Sha256) => Promise<DigestAnswer>> {
  const { store, acceptGiven } = question;
  if (acceptGiven && (store.assurance === 'locked' || store.assurance === 'versioned')) throw givenRefused(store.uri);
  const lookUp = lookUpFor(question);
  let reading = lookUp === null ? readEntries(question) : null;
  await reading;
  return async (digest) => {
    const found = lookUp === null ? DOUBT : await lookUpDigest(lookUp, digest);
    if (found.kind === 'flood') return { outcome: 'deny', code: 'pointer/flood', reason: FLOOD, record: null };
    if (found.kind === 'found') {
      const answer = answerFrom(found.entries, digest, acceptGiven, 'pointers');
      if (answer.outcome === 'allow' || !ABSENCES.has(answer.code)) return answer;
    }
    const entries = await (reading ??= readEntries(question));
    return entries.length === 0 ? nothingThere(question) : answerFrom(entries, digest, acceptGiven, 'stream');
  };
}

/** Most often another ledger, or another repository, was meant. */
function nothingThere({ store, stream }: DigestQuestion): RefusedDigest {
  const place = stream === undefined ? store.uri : `${store.uri}, stream ${stream}`;
  const reason = `no record lies in ${place}, so nothing says which change it comes from. Name the ledger that the gate writes to`;
  return { outcome: 'deny', code: 'image/no-sbom', reason, record: null };
}

const DOUBT = { kind: 'doubt' } as const;

/** What pointers can never say: they prove that a record is there, not that there is none. */
const ABSENCES: ReadonlySet<string> = new Set(['image/no-sbom', 'image/no-commit', 'image/not-decided']);

/**
 * Null where pointers prove nothing. Without a trust file a slot proves no place; without a stream nobody says whose pointers count; and in
 * a folder they can be deleted without a trace, while a bucket keeps a marker.
 */
function lookUpFor({ store, stream, trust, attachments = null }: DigestQuestion): DigestLookUp | null {
  if (trust === null || stream === undefined || isPullRequestStream(stream) || store.assurance === 'local') return null;
  return { store, stream, trust, attachments };
}

function answerFrom(
  entries: readonly LedgerEntry[],
  digest: Sha256,
  acceptGiven: boolean,
  foundBy: AllowedDigest['foundBy'],
): DigestAnswer {
  const answer = digestAllowed(entries, digest, { acceptGiven });
  if (answer.kind === 'refused') {
    const { reason, record, doThis } = answer;
    return { outcome: 'deny', code: `image/${reason}`, reason: `${REASONS[reason]}. ${doThis}`, record };
  }
  const { commit, link, decision, linkClaimedBy, factsGiven } = answer;
  return { outcome: 'allow', commit, link, decision, linkClaimedBy, factsGiven, foundBy };
}

async function readEntries({ store, stream, trust, attachments = null, sealed }: DigestQuestion): Promise<LedgerEntry[]> {
  const whose = { ...(trust === null ? {} : { trust }), ...(attachments === null ? {} : { attachments }) };
  const reading = { ...whose, ...(sealed === undefined ? {} : { sealed }) };
  return entriesOf(store, reading, stream === undefined ? await listStreams(store) : [stream]);
}

async function entriesOf(store: ObjectStore, reading: ReadOptions, streams: Iterable<StreamId>): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const stream of streams) {
    if (isPullRequestStream(stream)) continue;
    for await (const { digest, statement, name } of readStream(store, stream, reading)) {
      entries.push({ stream, digest, record: recordOf(statement, name) });
    }
  }
  return entries;
}

const givenRefused = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/given-refused', {
    expected: 'a file: ledger, the only kind on which facts that were handed over may be accepted',
    found: uri,
    at: 'accept-given',
    doThis: 'Let the gate read the facts itself.',
  });
