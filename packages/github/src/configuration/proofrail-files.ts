import { ConfigurationError } from '@proofrail/core/outcomes';
import * as v from 'valibot';
import { oid } from '../change/wire.ts';
import { blob, blobBytes } from '../change/blob.ts';

/** Git's modes, as GitHub's numbers: regular files and folders are read, links and submodules point elsewhere. */
const REGULAR: readonly number[] = [0o100644, 0o100755];
const FOLDER = 0o040000;

const entry = { name: v.string(), mode: v.number(), type: v.string(), oid };
const file = v.object({ ...entry, object: v.nullish(v.record(v.string(), v.unknown()), null) });
const tree = v.object({ entries: v.array(file) });

/** `.proofrail` of a commit; null where it has none. */
export const proofrailPart = v.object({
  proofrail: v.nullable(v.object({ mode: v.number(), type: v.string(), object: v.nullable(v.record(v.string(), v.unknown())) })),
});
export type ProofrailFolder = v.InferOutput<typeof proofrailPart>['proofrail'];

const DEEPEST = 1;

/**
 * Path inside `.proofrail/` → bytes, in ascending order. It decides what the gate asks for: nothing in it may point elsewhere or be
 * half there. Below an organisation a repository need not have any.
 *
 * @throws ConfigurationError `config/absent`, `config/not-a-file`, `config/not-read-whole`
 */
export function proofrailFiles(folder: ProofrailFolder, where: string, mayBeAbsent = false): ReadonlyMap<string, Uint8Array> {
  if (folder === null && mayBeAbsent) return new Map();
  if (folder === null) throw absent(where);
  if (folder.mode !== FOLDER || folder.type !== 'tree') throw notAFile('.proofrail', folder.mode, where);
  const files = [...filesIn(folder.object, '', 0, where)];
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function* filesIn(object: unknown, prefix: string, depth: number, where: string): Generator<[string, Uint8Array]> {
  const read = v.safeParse(tree, object);
  if (!read.success) throw notWhole(prefix === '' ? '.proofrail/' : prefix, where);
  for (const { name, mode, type, oid: id, object: content } of read.output.entries) {
    const path = `${prefix}${name}`;
    if (mode === FOLDER && type === 'tree' && depth < DEEPEST) yield* filesIn(content, `${path}/`, depth + 1, where);
    else if (type === 'blob' && REGULAR.includes(mode)) {
      const parsed = v.safeParse(blob, content);
      const bytes = parsed.success && parsed.output.oid === id ? blobBytes(parsed.output) : null;
      if (bytes === null || !bytes.known) throw notWhole(path, where);
      yield [path, bytes.value];
    } else throw notAFile(path, mode, where);
  }
}

const absent = (where: string): ConfigurationError =>
  new ConfigurationError('config/absent', {
    expected: 'a folder .proofrail/ on the protected branch',
    found: 'none',
    at: where,
    doThis:
      'First merge the files that "proofrail init" writes, then make the check a required one: in the other order nothing can be merged.',
  });

const notAFile = (path: string, mode: number, where: string): ConfigurationError =>
  new ConfigurationError('config/not-a-file', {
    expected: 'regular files, and folders one level deep',
    found: `${path} of mode ${mode.toString(8)}`,
    at: where,
    doThis: 'Keep in .proofrail/ only what configures the gate: no symbolic links, no submodules, no deeper folders.',
  });

const notWhole = (path: string, where: string): ConfigurationError =>
  new ConfigurationError('config/not-read-whole', {
    expected: 'every file of .proofrail/ as text in UTF-8, whole',
    found: `${path} is binary, too large for GitHub to give in one answer, or not what its object id says`,
    at: where,
    doThis: 'Make the file smaller, save it as UTF-8, and run the gate again.',
  });
