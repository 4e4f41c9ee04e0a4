import path from 'node:path';
import { isJsonObject, type JsonObject, type JsonValue } from '@proofrail/core/canonical';
import { parseDocument, readStrictYaml } from '@proofrail/core/documents';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Schemas } from '@proofrail/rego';
import { DataDocuments } from './data-documents.ts';
import { listFolder, type Skipped } from './list-folder.ts';

/** Policies, the data they are tested with, and the schemas that their annotations name. */
export interface PolicyFolder {
  readonly files: Readonly<Record<string, string>>;
  readonly data: JsonObject;
  readonly schemas: Schemas;
  readonly skipped: readonly Skipped[];
}

const OWN_SCHEMAS = 'schemas/';

/**
 * A folder of Rego as `opa test DIR --schema SCHEMAS` reads it. Without a folder of their own, schemas are in `DIR/schemas`, and are
 * then no data. A document that is no object cannot be data (`opa test` refuses the whole run): it is left out and named.
 *
 * @throws ConfigurationError `file/...`, `json/...`, `yaml/...`, `policy/data-conflict`, `policy/schema`
 * @throws UnavailableError `file/unreadable`
 */
export function readPolicyFolder(folder: string, schemasFolder?: string): PolicyFolder {
  const { names, skipped } = listFolder(folder);
  const read = (name: string): Uint8Array =>
    readBoundedFile(path.join(folder, name), { most: MOST_BYTES.manifest, within: folder });
  const isSchema = (name: string): boolean => name.startsWith(OWN_SCHEMAS) && name.endsWith('.json');
  const data = new DataDocuments();
  const noObjects: Skipped[] = [];
  for (const name of names.filter((name) => isData(name) && !(schemasFolder === undefined && isSchema(name)))) {
    const document = parse(read(name), path.join(folder, name));
    if (isJsonObject(document)) data.add(name, document);
    else noObjects.push({ path: name, why: 'not-an-object' });
  }
  return {
    files: Object.fromEntries(names.filter(isRego).map((name) => [name, Buffer.from(read(name)).toString('utf8')])),
    data: data.whole(),
    schemas:
      schemasFolder === undefined
        ? schemasOf(names.filter(isSchema), folder, OWN_SCHEMAS.length)
        : schemasOf(
            listFolder(schemasFolder).names.filter((name) => name.endsWith('.json')),
            schemasFolder,
          ),
    skipped: [...skipped, ...noObjects],
  };
}

const isRego = (name: string): boolean => name.endsWith('.rego');
const isData = (name: string): boolean => /\.(json|ya?ml)$/.test(name);

function parse(bytes: Uint8Array, file: string): JsonValue {
  if (file.endsWith('.json')) return parseDocument(bytes, file);
  return readStrictYaml(Buffer.from(bytes).toString('utf8'), file).value;
}

/** By path below the folder of schemas without `.json`: `reports/sarif.json` is `schema.reports.sarif`, `input.v1.json` is `schema["input.v1"]`. */
function schemasOf(names: readonly string[], folder: string, skip = 0): Schemas {
  return Object.fromEntries(
    names.map((name) => {
      const file = path.join(folder, name);
      const schema = parseDocument(readBoundedFile(file, { most: MOST_BYTES.manifest, within: folder }), file);
      if (isJsonObject(schema)) return [name.slice(skip, -'.json'.length), schema];
      throw new ConfigurationError('policy/schema', {
        expected: 'a JSON schema',
        found: 'a document that is no object',
        at: file,
        doThis: 'keep only JSON schemas in the folder of schemas, or name another with --schemas',
      });
    }),
  );
}
