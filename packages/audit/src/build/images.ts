import type { Image } from '../report-model.ts';
import type { ChangeEntry } from './changes.ts';
import { isKind, proofOf, timeOf, type PlacedRecord } from './placed-record.ts';

/** What a record calls an artifact when it says no more than its digest. */
const UNNAMED = 'artifact';
const FORMATS = { cyclonedx: 'CycloneDX', spdx: 'SPDX' } as const;

/** Every digest that a bill of materials or a deployment names, in order of first appearance. */
export function imagesOf(shown: readonly PlacedRecord[], changes: readonly ChangeEntry[]): Image[] {
  const sboms = shown.filter(isKind('sbom'));
  const deployments = shown.filter(isKind('deployment'));
  const digests = [
    ...new Set([
      ...sboms.map(({ record }) => record.details.artifact),
      ...deployments.map(({ record }) => record.details.digest),
    ]),
  ];
  return digests.map((digest, index) => {
    const own = sboms.filter(({ record }) => record.details.artifact === digest);
    const runs = deployments.filter(({ record }) => record.details.digest === digest);
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
      commits: commitsOf(own, changes),
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
  changes: readonly ChangeEntry[],
): Image['commits'] {
  const claims = new Map(
    sboms.flatMap(({ record }) =>
      record.details.built_from === null ? [] : [[record.details.built_from.commit, record.details.built_from.claimed_by]],
    ),
  );
  return [...claims].map(([commit, by]) => {
    const allowed = changes.findLast(({ change, decided }) => {
      const { head, landed } = decided.record.details.subject;
      return [head, landed].includes(commit) && change.outcome === 'allow';
    });
    return { commit, saidBy: `claimed by ${by}`, change: allowed?.change.anchor ?? null };
  });
}
