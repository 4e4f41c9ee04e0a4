import type { Sha256 } from '../../canonical/digest.ts';
import type { Sbom } from '../../sbom/sbom.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { toolIdentity } from '../tool-identity.ts';

/** The own fields of an `sbom` record. `commit`: what archive-sbom says the artifact was built from; null where it does not say. */
export function describeSbom(
  sbom: Sbom,
  artifact: Sha256,
  { commit, documentRef }: { readonly commit: string | null; readonly documentRef: string | null },
): Details<'sbom'> {
  return {
    artifact,
    format: sbom.format,
    format_version: sbom.version,
    component_count: sbom.components.length,
    document: sbom.digest,
    document_ref: documentRef,
    generators: sbom.generators.map(generatorOf),
    built_from: commit === null ? null : { commit, claimed_by: 'archive-sbom' },
  };
}

function generatorOf({ name, version }: Sbom['generators'][number]): Details<'sbom'>['generators'][number] {
  const { tool_name, tool_version } = toolIdentity({ name, version });
  return { name: tool_name ?? textDigest(name), version: tool_version ?? (version === null ? null : textDigest(version)) };
}
