import type { Image } from '../report-model.ts';
import type { ChangeEntry } from './changes.ts';
import { groupedBy } from './grouped-by.ts';
import { isKind, proofOf, timeOf, type PlacedRecord } from './placed-record.ts';

/** What a record calls an artifact when it says no more than its digest. */
const UNNAMED = 'artifact';
const FORMATS = { cyclonedx: 'CycloneDX', spdx: 'SPDX' } as const;

/** Every digest that a bill of materials or a deployment names, in order of first appearance. */
export function imagesOf(shown: readonly PlacedRecord[], changes: readonly ChangeEntry[]): Image[] {
  const sboms = groupedBy(shown.filter(isKind('sbom')), ({ record }) => record.details.artifact);
  const inTime = shown.filter(isKind('deployment')).sort((one, other) => timeOf(one) - timeOf(other));
  const deployments = groupedBy(inTime, ({ record }) => record.details.digest);
  const allowed = lastAllowed(changes);
  return [...new Set([...sboms.keys(), ...deployments.keys()])].map((digest, index) => {
    const own = sboms.get(digest) ?? [];
    const runs = deployments.get(digest) ?? [];
    const names = [...own, ...runs].flatMap(({ record }) =>
      record.subject.flatMap(({ name }) => (name === undefined || name === UNNAMED ? [] : [name])),
    );
    return {
      anchor: `image-${index + 1}`,
      digest,
      names: [...new Set(names)],
      sboms: own.map((entry) => {
        const { format, format_version: version, component_count: components, document } = entry.record.details;
        return { format: `${FORMATS[format]} ${version}`, components, document, at: timeOf(entry), proof: proofOf(entry) };
      }),
      commits: commitsOf(own, allowed),
      deployments: runs.map((entry) => {
        const { environment, status } = entry.record.details;
        return { environment, outcome: status, at: timeOf(entry), proof: proofOf(entry) };
      }),
    };
  });
}

/** The link as strong as it is: until provenance is verified, somebody's word (decisions.md, Bootstrap). */
function commitsOf(
  sboms: readonly (PlacedRecord & { record: { details: { built_from: { commit: string; claimed_by: string } | null } } })[],
  allowed: ReadonlyMap<string, string>,
): Image['commits'] {
  const claims = new Map(
    sboms.flatMap(({ record }) =>
      record.details.built_from === null ? [] : [[record.details.built_from.commit, record.details.built_from.claimed_by]],
    ),
  );
  return [...claims].map(([commit, by]) => ({ commit, saidBy: `claimed by ${by}`, change: allowed.get(commit) ?? null }));
}

/** Of each commit, as it was judged and as it landed, the last decision that allowed it. */
function lastAllowed(changes: readonly ChangeEntry[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ change, decided }) => {
      const { head, landed } = decided.record.details.subject;
      if (change.outcome !== 'allow') return [];
      return [head, landed].flatMap((commit): [string, string][] => (commit === null ? [] : [[commit, change.anchor]]));
    }),
  );
}
