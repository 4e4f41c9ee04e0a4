import { malformedUtf8 } from '../../canonical/malformed-utf8.ts';
import { textPosition } from '../../canonical/text-position.ts';
import { manifestFailure } from './manifest-failure.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a manifest. ConfigurationError `image/malformed-yaml` for other bytes than UTF-8: YAML may be UTF-16 (1.2.2, 5.2), clusters
 * read that, and taken for UTF-8 it would be a file that names no image.
 */
export function decodeManifest(bytes: Uint8Array, file: string): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    const { found, text } = malformedUtf8(bytes);
    throw manifestFailure('image/malformed-yaml', `${found}: not UTF-8`, textPosition(file, text, text.length), cause);
  }
}
