import { hash } from 'node:crypto';
import { sha256 } from '@proofrail/core/canonical';
import { digestSignatureHolds, isSignature } from './digest-signature.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { periodText, type Period } from './period.ts';
import type { TrailPublicKey } from './public-keys.ts';
import { MOST_DIGEST_BYTES, parseTrailDigest, type TrailDigest } from './trail-digest.ts';
import type { TrailFiles } from './trail-files.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';
import type { DigestKey } from './trail-key.ts';
import type { TrailScope } from './trail-scope.ts';

/** What one chain of digests is worth: those that hold, newest first, and what is wrong with the others. */
export interface DigestChain {
  readonly region: string;
  readonly home: string;
  readonly trail: string;
  readonly backfill: boolean;
  readonly digests: readonly TrailDigest[];
  readonly findings: readonly TrailFinding[];
}

/** What the digest after this one says about it; null where that one does not hold, or where there is none. */
type Successor = Pick<TrailDigest, 'previous' | 'key' | 'start'> | null;

/** The file after this one, and when its hour began. Where it does not hold, nothing but its name says that. */
type After = Pick<TrailDigest, 'key' | 'start'> | null;

const HOUR = 3_600_000;

/**
 * Walks a chain from its newest digest to its oldest: each is signed, lies where it says, and is the one that the next one names. All
 * names are of one trail, region and kind. Never stops at what does not hold: what lies behind it is judged as well.
 */
export async function checkDigestChain(
  names: readonly [DigestKey, ...DigestKey[]],
  files: TrailFiles,
  scope: TrailScope,
): Promise<DigestChain> {
  const [{ region, home, trail, backfill }] = names;
  const findings: TrailFinding[] = [];
  const digests: TrailDigest[] = [];
  const present = new Set(names.map(({ key }) => key));
  let successor: Successor = null;
  let after: After = null;
  for (const name of [...names].sort(newestFirst)) {
    const read = await readDigest(name, files, scope, successor);
    if ('code' in read) {
      findings.push(read, ...(backfill ? [] : silenceBefore(after, name.time)));
      successor = null;
      after = { key: name.key, start: name.time - HOUR };
      continue;
    }
    digests.push(read);
    const link = linkOf(read, successor, present);
    findings.push(...(backfill ? [] : [...(successor === null ? silenceBefore(after, read.end) : []), ...link.findings]));
    if (link.holds) [successor, after] = [read, read];
  }
  return { region, home, trail, backfill, digests, findings };
}

const newestFirst = (a: DigestKey, b: DigestKey): number => b.time - a.time || (a.key < b.key ? 1 : -1);

async function readDigest(
  name: DigestKey,
  files: TrailFiles,
  scope: TrailScope,
  successor: Successor,
): Promise<TrailDigest | TrailFinding> {
  const { key } = name;
  const file = await files.read(key);
  if (file.kind === 'unreadable')
    return trailFinding('unreadable', 'cloudtrail/unreadable', key, `It cannot be read: ${file.cause}.`);
  if (file.kind === 'absent') return missing(key);
  const found = sha256(file.bytes);
  const content = inflateGzip(file.bytes, MOST_DIGEST_BYTES);
  const digest = content === null ? null : parseTrailDigest(content, key);
  if (content === null || digest === null)
    return trailFinding('altered', 'cloudtrail/digest-form', key, 'It is no digest file as AWS documents it.', { found });
  if (!liesWhereItSays(digest, name, scope))
    return trailFinding('altered', 'cloudtrail/digest-moved', key, 'It says another place, account or hour than its name.', {
      found,
    });
  const said = successor?.previous?.key === key ? successor.previous : null;
  const signature = file.signature ?? said?.signature ?? null;
  if (said !== null && (said.signature !== signature || said.hash !== hash('sha256', content)))
    return trailFinding('altered', 'cloudtrail/digest-link', key, 'The next digest names other content or another signature.', {
      found,
    });
  return signatureProblem(digest, content, signature, keysFor(name, digest, scope)) ?? digest;
}

function signatureProblem(
  digest: TrailDigest,
  content: Uint8Array,
  signature: string | null,
  keys: readonly TrailPublicKey[],
): TrailFinding | null {
  const unsigned = (code: string, detail: string): TrailFinding =>
    trailFinding('unsigned', code, digest.key, detail, { found: sha256(content) });
  if (signature === null || !isSignature(signature))
    return unsigned('cloudtrail/no-signature', 'Nobody says what its signature is: see the metadata of the object.');
  if (keys.length === 0)
    return unsigned('cloudtrail/unknown-key', 'No key that was given has its fingerprint and was valid then.');
  const holds = keys.some(({ key }) => digestSignatureHolds(digest, content, signature, key));
  return holds ? null : unsigned('cloudtrail/digest-signature', 'AWS did not sign this.');
}

/** A backfill digest was signed some time after its hour. */
const keysFor = (name: DigestKey, { fingerprint, end }: TrailDigest, { keys }: TrailScope): readonly TrailPublicKey[] =>
  keys.filter((key) => key.fingerprint === fingerprint && (name.backfill || (key.validFrom <= end && end <= key.validTo)));

function liesWhereItSays(digest: TrailDigest, name: DigestKey, { bucket, account }: TrailScope): boolean {
  const { key, time } = name;
  return digest.bucket === bucket && digest.key === key && digest.account === account && digest.end === time;
}

/** What lies between a digest and the one after it. Where it does not hold, the one after it still waits for its own. */
function linkOf(
  { key, end }: TrailDigest,
  successor: Successor,
  present: ReadonlySet<string>,
): { readonly holds: boolean; readonly findings: readonly TrailFinding[] } {
  if (successor === null) return { holds: true, findings: [] };
  const { previous, start } = successor;
  const silence = { from: end, to: start };
  if (previous === null)
    return { holds: true, findings: [gap(successor.key, silence, 'The chain begins anew: logging or its validation was off.')] };
  if (previous.key === key) return { holds: true, findings: end === start ? [] : [gap(successor.key, silence, TIME_PASSED)] };
  if (!present.has(previous.key)) return { holds: true, findings: [missing(previous.key, silence)] };
  const unlinked = trailFinding('extra', 'cloudtrail/digest-unlinked', key, 'No digest names it as the one before.');
  return { holds: false, findings: [unlinked] };
}

/** What a file that does not hold says of the one before it counts for nothing, so that only the times can tell whether one is gone. */
const silenceBefore = (after: After, end: number): TrailFinding[] =>
  after !== null && end < after.start ? [gap(after.key, { from: end, to: after.start }, TIME_PASSED)] : [];

const TIME_PASSED = 'Time passed between this digest and the one before.';

const gap = (key: string, silence: Period, detail: string): TrailFinding =>
  trailFinding('missing', 'cloudtrail/gap', key, detail, { found: periodText(silence) });

/** `silence`: until the digest before it that is there. */
const missing = (key: string, silence: Period | null = null): TrailFinding =>
  trailFinding('missing', 'cloudtrail/digest-missing', key, 'A later digest names it, and it is gone.', {
    found: silence === null ? null : periodText(silence),
  });
