import type { Sha256 } from '@proofrail/core/canonical';
import { digestOfName, outcomeOf, parseKey, type Finding } from '@proofrail/core/ledger';
import type { PlacedRecord } from './placed-record.ts';

/** Records with which a verification found something wrong, by digest. */
export type Doubts = ReadonlySet<Sha256>;

/** A lock that is short says nothing against what a record says. */
export const doubtsIn = (findings: readonly Finding[]): Doubts =>
  new Set(findings.flatMap((one) => (one.kind === 'short' || outcomeOf(one) === 'allow' ? [] : recordOf(one))));

function recordOf({ key }: Finding): Sha256[] {
  const parsed = parseKey(key);
  if (parsed?.kind === 'record') return [digestOfName(parsed.name)];
  return parsed?.kind === 'platform' ? [parsed.record] : [];
}

/** Of a record that is shown: those of it and of what it names that do not verify. What does not count itself is not shown at all. */
export function doubtsAbout({ placed, record }: PlacedRecord, doubts: Doubts): readonly Sha256[] {
  if (doubts.size === 0 || record.kind === 'unrecognised') return NONE;
  const related = record.evidence.related.map(({ digest }) => digest);
  const named = record.kind === 'change.merged' ? [...related, record.details.decision] : related;
  return [...new Set([placed.digest, ...named])].filter((digest) => doubts.has(digest));
}

const NONE: readonly Sha256[] = [];
