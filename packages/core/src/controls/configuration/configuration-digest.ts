import { canonicalJson } from '../../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';

/**
 * SHA-256 over the canonical JSON (RFC 8785) of `{path: value}`: comments, key order and layout do not count, every value and the
 * place of every file does. Anybody can compute it again from the commit.
 */
export function configurationDigest(documents: readonly Pick<YamlDocument, 'file' | 'value'>[]): Sha256 {
  return sha256(canonicalJson(Object.fromEntries(documents.map(({ file, value }) => [file, value]))));
}
