import type { Sha256 } from '../../canonical/digest.ts';
import type { Sbom } from '../../sbom/sbom.ts';
import * as v from 'valibot';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../text-digest.ts';
import { toolName, version } from '../words.ts';

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
    generators: sbom.generators.map((each) => ({
      name: v.is(toolName, each.name) ? each.name : textDigest(each.name),
      version: each.version === null || v.is(version, each.version) ? each.version : textDigest(each.version),
    })),
    built_from: commit === null ? null : { commit, claimed_by: 'archive-sbom' },
  };
}
