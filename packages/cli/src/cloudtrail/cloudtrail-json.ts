import type { TrailDeed, TrailFinding } from '@proofrail/audit/cloudtrail';
import type { CloudTrailCheck } from './cloudtrail-check.ts';

/** The members that docs/cli-json.md describes. */
export function cloudTrailJson({ scope, location, ledger, trust, verification }: CloudTrailCheck): Record<string, unknown> {
  const { trail, writes, attempts, lengthened, explained, findings } = verification;
  const { chains, covered, digests, logs, events, notListed } = trail;
  return {
    trust,
    ledger,
    ledger_bucket: location.bucket,
    ledger_prefix: location.prefix,
    trail_bucket: scope.bucket,
    account: scope.account,
    since: scope.since === null ? null : iso(scope.since),
    until: iso(scope.until),
    covered: covered === null ? null : { from: iso(covered.from), to: iso(covered.to) },
    chains: chains.map((chain) => ({
      trail: chain.trail,
      region: chain.region,
      backfill: chain.backfill,
      digests: chain.digests.length,
    })),
    digests,
    logs,
    events,
    not_listed: notListed,
    objects: writes.objects,
    matched: writes.matched,
    undated: writes.undated,
    outside: writes.outside,
    lengthened,
    explained,
    attempts: attempts.map((event) => ({ ...eventJson(event), source: event.source, error: event.error })),
    findings: findings.map(trailFindingJson),
  };
}

export const trailFindingJson = ({ kind, code, key, event, found, detail, digest, acknowledged }: TrailFinding) => ({
  kind,
  code,
  key,
  event: event === null ? null : eventJson(event),
  found,
  detail,
  digest,
  acknowledged,
});

const eventJson = ({ id, time, name, by }: TrailDeed) => ({
  id,
  time: iso(time),
  name,
  by,
});

const iso = (time: number): string => new Date(time).toISOString();
