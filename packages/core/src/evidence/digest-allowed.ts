import type { Sha256 } from '../canonical/digest.ts';
import type { EvidenceRecord, RecordOf } from './evidence-record.ts';

/** A verified record at its place: entries come in the order of the ledger, which alone says what is newer. */
export interface LedgerEntry {
  readonly stream: string;
  /** Of the record's stored bytes. */
  readonly digest: Sha256;
  readonly record: EvidenceRecord;
}

export type DigestAnswer = AllowedDigest | RefusedDigest;

export interface AllowedDigest {
  readonly kind: 'allowed';
  readonly commit: string;
  /** The records it rests on, by digest. */
  readonly link: Sha256;
  readonly decision: Sha256;
  /** Who says that the artifact was built from that commit; not proven until provenance is verified. */
  readonly linkClaimedBy: 'archive-sbom';
  /** Some of it rests on facts that were handed over: whatever shows this answer says so. */
  readonly factsGiven: boolean;
}

export interface RefusedDigest {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** The record that decided it, if one did. */
  readonly record: Sha256 | null;
  readonly doThis: string;
}

const WHAT_TO_DO = {
  'no-sbom': 'Archive the SBOM of exactly this digest with archive-sbom, in the run that built it.',
  'no-commit': 'Archive the SBOM again and say from which commit the artifact was built.',
  'not-decided': 'Build from a commit that the gate judged on the protected branch; what a pull request wrote does not count.',
  denied: 'Build from a commit that the gate allowed.',
  bypassed: 'Build from a commit that landed as it was judged; docs/merges.md says why this one did not.',
  'facts-given': 'Let the gate read the facts itself; on a file ledger --accept-given accepts what was handed over.',
} as const;
export type RefusalReason = keyof typeof WHAT_TO_DO;

type Placed<K extends 'sbom' | 'policy.decision'> = Omit<LedgerEntry, 'record'> & { readonly record: RecordOf<K> };

/**
 * Whether an artifact comes from a change that was allowed. An SBOM record links its digest to a commit. For each change of the same stream
 * whose head that commit is, or which landed as it, the newest decision has to allow it, and the merge verifier must not have found that
 * something else landed. If records link the digest to several commits, each has to have been allowed: otherwise a second link would
 * launder what the first one says. Streams of pull requests (`-pr`) and provisional decisions satisfy nothing.
 */
export function digestAllowed(
  entries: readonly LedgerEntry[],
  artifact: Sha256,
  { acceptGiven }: { readonly acceptGiven: boolean },
): DigestAnswer {
  const counted = entries.filter(({ stream }) => !stream.endsWith('-pr'));
  const sboms = counted.filter(
    (entry): entry is Placed<'sbom'> => entry.record.kind === 'sbom' && entry.record.details.artifact === artifact,
  );
  if (sboms.length === 0) return refused('no-sbom', null);
  const answers = newestByCommit(sboms).map((link) => answerFor(link, counted, acceptGiven));
  return answers.find(({ kind }) => kind === 'refused') ?? answers.at(-1) ?? refused('no-commit', sboms.at(-1)?.digest ?? null);
}

function answerFor(link: Placed<'sbom'>, entries: readonly LedgerEntry[], acceptGiven: boolean): DigestAnswer {
  const commit = link.record.details.built_from?.commit ?? '';
  const decisions = newestByChange(entries.filter((entry) => decides(entry, link.stream, commit)) as Placed<'policy.decision'>[]);
  const decision = decisions.at(-1);
  if (decision === undefined) return refused('not-decided', link.digest);
  const denied = decisions.find(({ record }) => !allows(record));
  if (denied !== undefined) return refused('denied', denied.digest);
  const landing = entries.filter((entry) => tellsLanding(entry, link.stream, commit)).at(-1);
  if (landing !== undefined && isBypass(landing)) return refused('bypassed', landing.digest);
  const given = [...(isByHand(link) ? [link] : []), ...decisions].find(({ record }) => record.evidence.facts === 'given');
  if (given !== undefined && !acceptGiven) return refused('facts-given', given.digest);
  return {
    kind: 'allowed',
    commit,
    link: link.digest,
    decision: decision.digest,
    linkClaimedBy: 'archive-sbom',
    factsGiven: given !== undefined,
  };
}

/** What archive-sbom says in a run is a claim of that run, and is shown as one; handed over is what a person links from elsewhere. */
const isByHand = ({ record }: Placed<'sbom'>): boolean => record.evidence.method !== 'event';

function decides({ stream, record }: LedgerEntry, wanted: string, commit: string): boolean {
  if (stream !== wanted || record.kind !== 'policy.decision') return false;
  const { head, landed } = record.details.subject;
  return head === commit || landed === commit;
}

/** What the merge verifier said of the commit: a decision is about a head, and only the comparison of trees tells what landed. */
const tellsLanding = ({ stream, record }: LedgerEntry, wanted: string, commit: string): boolean =>
  stream === wanted && (record.kind === 'change.bypass' || record.kind === 'change.merged') && record.details.commit === commit;

const isBypass = ({ record }: LedgerEntry): boolean => record.kind === 'change.bypass' && record.details.state !== 'excepted';

/** What is provisional is a denial until the queue has judged it, whatever word the record has for it. */
const allows = ({ details }: RecordOf<'policy.decision'>): boolean => details.decision === 'allow' && !details.provisional;

/** One commit may be several changes: a merge group lands them together, and then each of them has to have been allowed. */
function newestByChange(decisions: readonly Placed<'policy.decision'>[]): readonly Placed<'policy.decision'>[] {
  const newest = new Map<number | null, Placed<'policy.decision'>>();
  for (const decision of decisions) {
    const { number } = decision.record.details.subject;
    newest.delete(number); // else it would keep the place of the older one
    newest.set(number, decision);
  }
  return [...newest.values()];
}

/** The newest link to each commit, per stream; SBOMs that name no commit link to nothing. */
function newestByCommit(sboms: readonly Placed<'sbom'>[]): readonly Placed<'sbom'>[] {
  const links = new Map<string, Placed<'sbom'>>();
  for (const entry of sboms) {
    const { built_from } = entry.record.details;
    if (built_from !== null) links.set(`${entry.stream} ${built_from.commit}`, entry);
  }
  return [...links.values()];
}

function refused(reason: RefusalReason, record: Sha256 | null): RefusedDigest {
  return { kind: 'refused', reason, record, doThis: WHAT_TO_DO[reason] };
}
