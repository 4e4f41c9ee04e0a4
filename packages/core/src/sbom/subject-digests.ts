import { isSha256, type Sha256 } from '../canonical/digest.ts';

/**
 * The image that a bill of materials says it describes: by its package URL of type `oci`, whose version is the digest (purl-spec,
 * types/oci), else by hashes of a component that is a container, in hex. Empty where neither names one.
 */
export function subjectDigests(purl: string | null, hashes: readonly string[]): readonly Sha256[] {
  const [, version] = /^pkg:oci\/[^@?#]+@([^?#]+)/.exec(purl ?? '') ?? [];
  const named = version === undefined ? '' : decodeURIComponent(version);
  return isSha256(named) ? [named] : hashes.map((hex) => `sha256:${hex.toLowerCase()}`).filter((text) => isSha256(text));
}
