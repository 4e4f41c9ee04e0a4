import type { SoundChange } from '@proofrail/testkit';

/** An accepted risk for the file that `uploadFinding` names. `expires`: in so many days, or never. */
export function exceptionFile(change: SoundChange, { expires }: { readonly expires: number | null }): Record<string, string> {
  const { repository, platform, bystander, security, scenario } = change;
  const day = (days: number): string => new Date(scenario.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const file = `id: legacy-query
rule: scans.threshold
scope:
  repository: "${repository.id}"
  subject: {path: src/refund.js}
owner: "${platform.id}"
requested_by: "${bystander.id}"
approved_by: "${security.id}"
reason: Rewritten in the next release.
compensating_control:
  description: Reachable from the office network only.
  evidence: https://example.com/change/77
risk: high
ticket: SEC-112
not_before: ${day(-1)}
${expires === null ? '' : `expires: ${day(expires)}\n`}`;
  return { '.proofrail/exceptions/legacy-query.yaml': file };
}
