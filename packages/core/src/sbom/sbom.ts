import type { Sha256 } from '../canonical/digest.ts';

/** What an SBOM says about itself and its parts. Every text is the generator's or a package author's: untrusted. */
export interface Sbom extends SbomContent {
  readonly format: SbomFormat;
  /** Of the bytes as they were handed over. */
  readonly digest: Sha256;
}

export type SbomFormat = 'cyclonedx' | 'spdx';

export interface SbomContent {
  /** Of the format: `1.6`, `2.3`. */
  readonly version: string;
  /** CycloneDX serial number or SPDX document namespace. */
  readonly identity: string | null;
  readonly generators: readonly { readonly name: string; readonly version: string | null }[];
  /** When it was made, as written: ISO 8601. */
  readonly timestamp: string | null;
  /** What it describes, when it says so. */
  readonly subject: Component | null;
  /** Which image that is, where it says so. */
  readonly subjectDigests: readonly Sha256[];
  /** At least one; nested ones too, in the order of the document. */
  readonly components: readonly Component[];
  /** Where a package URL stands that is none, as file and JSON pointer: its component is listed without it. */
  readonly invalidPurls: readonly string[];
}

export interface Component {
  readonly name: string;
  readonly version: string | null;
  /** A package URL in canonical form; null when there is none, or none that is valid. */
  readonly purl: string | null;
  /** SPDX ids, expressions or names, as declared. */
  readonly licenses: readonly string[];
}
