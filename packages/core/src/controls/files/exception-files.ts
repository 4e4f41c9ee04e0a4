import { sha256 } from '../../canonical/digest.ts';
import type { JsonValue } from '../../canonical/json-value.ts';
import type { Exception } from '../../exceptions/exception.ts';
import { exceptionOf } from '../../exceptions/parse-exception.ts';
import type { UnreadableException } from '../../exceptions/unreadable-exception.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';

export interface ExceptionFiles {
  readonly exceptions: readonly Exception[];
  readonly unreadable: readonly UnreadableException[];
  /** What each file says, for the digest; of one that is no YAML, the digest of its bytes. */
  readonly said: readonly { readonly file: string; readonly value: JsonValue }[];
}

/**
 * Each file for itself: one that cannot be read must not stop the judging of everything else, or its author would hold up every
 * change and nobody would learn what else is wrong with them.
 */
export function readExceptionFiles(files: ReadonlyMap<string, Uint8Array>, read: (file: string) => YamlDocument): ExceptionFiles {
  const exceptions: Exception[] = [];
  const unreadable: UnreadableException[] = [];
  const said: { file: string; value: JsonValue }[] = [];
  for (const [file, bytes] of files) {
    try {
      const document = read(file);
      said.push({ file, value: document.value });
      exceptions.push(exceptionOf(document));
    } catch (failure) {
      if (!(failure instanceof ConfigurationError)) throw failure;
      if (said.at(-1)?.file !== file) said.push({ file, value: { unreadable: sha256(bytes) } });
      unreadable.push({ file, failure });
    }
  }
  return { exceptions, unreadable, said };
}
