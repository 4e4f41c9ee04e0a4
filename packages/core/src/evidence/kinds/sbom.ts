import * as v from 'valibot';
import { count } from '../../facts/fact.ts';
import { commitId } from '../../facts/words.ts';
import { blobKey, digest, textDigest, toolName, version } from '../words.ts';
import { defineKind } from './kind.ts';

/** Which bill of materials belongs to an artifact, and which commit the artifact is said to come from. */
export const sbom = defineKind('sbom', {
  artifact: digest,
  format: v.picklist(['cyclonedx', 'spdx']),
  format_version: version,
  component_count: count,
  document: digest,
  document_ref: v.nullable(blobKey),
  generators: v.array(
    v.strictObject({ name: v.union([toolName, textDigest]), version: v.nullable(v.union([version, textDigest])) }),
  ),
  /** Until provenance is verified, this is a claim of whoever archived it (decisions.md, Bootstrap). */
  built_from: v.nullable(v.strictObject({ commit: commitId, claimed_by: v.literal('archive-sbom') })),
});
