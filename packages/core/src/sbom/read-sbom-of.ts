import type { Sha256 } from '../canonical/digest.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { readSbom } from './read-sbom.ts';
import type { Sbom } from './sbom.ts';

/**
 * Reads the SBOM of one artifact. One that names another image says nothing about this one; one that names none is taken at the word of
 * whoever hands it over. Throws what readSbom throws, and ConfigurationError `sbom/subject`.
 */
export function readSbomOf(artifact: Sha256, bytes: Uint8Array, file: string): Sbom {
  const sbom = readSbom(bytes, file);
  if (sbom.subjectDigests.length === 0 || sbom.subjectDigests.includes(artifact)) return sbom;
  throw new ConfigurationError('sbom/subject', {
    expected: `the SBOM of ${artifact}`,
    found: `one that says it describes ${sbom.subjectDigests.join(', ')}`,
    at: file,
    doThis: 'make it of exactly this image, as the registry has it: name@sha256:…, not a tag and not a copy on this machine',
  });
}
