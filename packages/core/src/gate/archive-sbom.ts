import { sha256, type Sha256 } from '../canonical/digest.ts';
import { controlsOfKind, describeSbom, timestampOf, type CommonInput } from '../evidence/index.ts';
import type { StoredBlob } from '../ledger/index.ts';
import { readSbomOf, type Sbom } from '../sbom/index.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';
import { readOrRecord } from './read-or-record.ts';

export interface SbomToArchive {
  readonly bytes: Uint8Array;
  /** What to call the document in errors. */
  readonly file: string;
  /** The artifact that it describes. */
  readonly artifact: Sha256;
  /** What the artifact is said to be built from; without it the SBOM links to no change. */
  readonly commit: string | null;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** When it is archived, in milliseconds: decides which crosswalk is in force. */
  readonly at: number;
}

export interface ArchivedSbom {
  readonly sbom: Sbom;
  readonly document: StoredBlob;
  readonly written: WrittenRecord;
}

/** Stores a bill of materials once, by content, and links it to an artifact and a commit. A document that is none, or about another artifact, is recorded as such; ConfigurationError `sbom/...`. */
export async function archiveSbom(request: SbomToArchive, evidence: EvidenceLog): Promise<ArchivedSbom> {
  const { bytes, file, artifact, commit, origin, at } = request;
  const refused = { insteadOf: 'sbom', subject: { artifact }, origin, digest: sha256(bytes) } as const;
  const sbom = await readOrRecord(() => readSbomOf(artifact, bytes, file), refused, evidence);
  const document = await evidence.attach(bytes);
  const written = await evidence.append({
    kind: 'sbom',
    subject: { artifact },
    evidence: {
      ...origin,
      outcome: 'pass',
      commit_sha: commit,
      control_refs: controlsOfKind('sbom', timestampOf(at).slice(0, 10)),
      raw_sha256: document.digest,
      raw_media_type: sbom.format === 'cyclonedx' ? 'application/vnd.cyclonedx+json' : 'application/spdx+json',
      raw_ref: document.key,
      raw_retained: true,
    },
    details: describeSbom(sbom, artifact, { commit, documentRef: document.key }),
  });
  return { sbom, document, written };
}
