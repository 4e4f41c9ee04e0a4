import { isJsonObject, type JsonObject, type JsonValue } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';

interface Placed {
  readonly value: JsonValue;
  readonly file: string;
}
type Tree = Map<string, Placed | Tree>;

/**
 * Data files as one document, as `opa test` makes it: a file's folders are its path below `data`, its own name is not part of it, and
 * files of one folder are merged. Two that say different things of one place have no order that could decide between them.
 *
 * @throws ConfigurationError `policy/data-conflict`
 */
export class DataDocuments {
  readonly #root: Tree = new Map();

  add(file: string, document: JsonObject): void {
    const folders = file.split('/').slice(0, -1);
    let inside: JsonObject = document;
    for (const folder of folders.reverse()) inside = { [folder]: inside };
    merge(this.#root, inside, { file, at: 'data' });
  }

  whole(): JsonObject {
    return asObject(this.#root);
  }
}

function merge(tree: Tree, document: JsonObject, { file, at }: { readonly file: string; readonly at: string }): void {
  for (const [name, value] of Object.entries(document)) {
    const here = `${at}.${name}`;
    const before = tree.get(name);
    if (before !== undefined && !(before instanceof Map && isJsonObject(value))) throw conflict(here, file, before);
    if (!isJsonObject(value)) {
      tree.set(name, { value, file });
      continue;
    }
    const branch: Tree = before instanceof Map ? before : new Map();
    tree.set(name, branch);
    merge(branch, value, { file, at: here });
  }
}

const asObject = (tree: Tree): JsonObject =>
  Object.fromEntries([...tree].map(([name, part]) => [name, part instanceof Map ? asObject(part) : part.value]));

function anyFile(part: Placed | Tree): string {
  if (!(part instanceof Map)) return part.file;
  for (const inner of part.values()) return anyFile(inner);
  return 'another file';
}

const conflict = (at: string, file: string, before: Placed | Tree): ConfigurationError =>
  new ConfigurationError('policy/data-conflict', {
    expected: 'one value for each place in data',
    found: `${at} in ${anyFile(before)} and again in ${file}`,
    at: file,
    doThis: 'say it once, or move one of the files into a folder of its own: folders are the path below data, file names are not',
  });
