import { coveredPeriod, notCovered } from './covered-period.ts';
import { checkDigestChain, type DigestChain } from './digest-chain.ts';
import { readListedLog } from './listed-logs.ts';
import type { Period } from './period.ts';
import type { TrailEvent } from './trail-event.ts';
import type { TrailFiles } from './trail-files.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';
import { parseTrailKey, type DigestKey, type LogKey } from './trail-key.ts';
import type { TrailScope } from './trail-scope.ts';

export interface CheckedTrail {
  readonly chains: readonly DigestChain[];
  /** Digests that hold, and log files that are as these list them. */
  readonly digests: number;
  readonly logs: number;
  readonly events: number;
  /** Log files that are too new, or too old, to stand in a digest that is here. Nothing in them was read. */
  readonly notListed: number;
  /** When a write to the ledger's bucket would be known. Null: no digest of its region holds. */
  readonly covered: Period | null;
  readonly findings: readonly TrailFinding[];
}

/**
 * Checks a trail as AWS documents it, and gives out the events of every log file that holds, each once. Needs no network but the one that
 * `files` may need. A finding is an answer, not an error.
 */
export async function checkTrail(
  files: TrailFiles,
  scope: TrailScope,
  onEvent: (event: TrailEvent) => void,
): Promise<CheckedTrail> {
  const { digests: names, logs: present, findings } = byKind(await files.keys(), scope);
  const chains: DigestChain[] = [];
  for (const chain of chainsOf(names)) chains.push(await checkDigestChain(chain, files, scope));
  const coverage = coverageOf(chains, scope);
  for (const chain of [...chains, coverage]) for (const finding of chain.findings) findings.push(finding);

  const listed = new Set<string>();
  const seen = new Set<string>();
  let logs = 0;
  for (const digest of chains.flatMap((chain) => chain.digests)) {
    for (const log of digest.logs) {
      if (listed.has(log.key)) continue;
      listed.add(log.key);
      const read = await readListedLog(log, digest, files, scope);
      if ('code' in read) {
        findings.push(read);
        continue;
      }
      logs += 1;
      for (const event of read) {
        if (!seen.has(event.id)) onEvent(event);
        seen.add(event.id);
      }
    }
  }
  const left = present.filter(({ key }) => !listed.has(key));
  const planted = left.filter((log) => isOwed(log, chains));
  findings.push(
    ...planted.map(({ key }) => trailFinding('extra', 'cloudtrail/log-unlisted', key, 'No digest that holds lists it.')),
  );
  const digests = chains.reduce((sum, chain) => sum + chain.digests.length, 0);
  const notListed = left.length - planted.length;
  return { chains, digests, logs, events: seen.size, notListed, covered: coverage.period, findings };
}

/** What the names say; a name that says nothing of this trail is a finding. */
function byKind(keys: readonly string[], { prefix, account }: TrailScope) {
  const digests: DigestKey[] = [];
  const logs: LogKey[] = [];
  const findings: TrailFinding[] = [];
  for (const key of [...keys].sort()) {
    const name = parseTrailKey(key, prefix);
    if (name?.account !== account)
      findings.push(trailFinding('extra', 'cloudtrail/foreign-file', key, 'No name that this trail gives to its files.'));
    else if (name.kind === 'digest') digests.push(name);
    else logs.push(name);
  }
  return { digests, logs, findings };
}

/** One chain for each trail and region, and another for its backfill digests. */
function chainsOf(names: readonly DigestKey[]): [DigestKey, ...DigestKey[]][] {
  const chains = new Map<string, [DigestKey, ...DigestKey[]]>();
  for (const name of names) {
    const id = [name.region, name.home, name.trail, String(name.backfill)].join('/');
    const chain = chains.get(id);
    if (chain === undefined) chains.set(id, [name]);
    else chain.push(name);
  }
  return [...chains.values()];
}

/** The ledger's region has to be covered, and so has the one where the trail itself can be switched off. */
function coverageOf(chains: readonly DigestChain[], scope: TrailScope): ReturnType<typeof coveredPeriod> {
  const hourly = chains.filter((chain) => !chain.backfill);
  if (chains.length === 0) return { period: null, findings: [] }; // nothing to check, which is no tampering and never ok
  const whole = { from: scope.since ?? 0, to: scope.until };
  const own = hourly.find((chain) => chain.region === scope.region && chain.digests.length > 0);
  if (own === undefined)
    return { period: null, findings: [notCovered(scope.region, whole, 'No digest of the ledger’s region holds.')] };
  const others = hourly.filter((chain) => chain !== own).flatMap((chain) => coveredPeriod(chain, scope).findings);
  const { period, findings } = coveredPeriod(own, scope);
  const hasHome = hourly.some(({ region, trail }) => region === own.home && trail === own.trail);
  const home = hasHome ? [] : [notCovered(own.home, whole, 'No digest of the region that the trail was made in.')];
  const covers = (region: string): boolean => hourly.some((chain) => chain.region === region && chain.digests.length > 0);
  const keys = [...new Set(scope.keyRegions)]
    .filter((region) => !covers(region))
    .map((region) => notCovered(region, whole, 'No digest of the region of a key holds.'));
  return { period, findings: [...findings, ...others, ...home, ...keys] };
}

/** A digest of its region covers the time at which it was begun, so it should have been listed there. */
const isOwed = ({ region, time }: LogKey, chains: readonly DigestChain[]): boolean =>
  chains.some(
    (chain) =>
      chain.region === region && (chain.digests.at(-1)?.start ?? Infinity) <= time && time < (chain.digests[0]?.start ?? 0),
  );
