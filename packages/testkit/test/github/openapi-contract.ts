import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Json = Readonly<Record<string, unknown>>;

/** GitHub's published description of its REST API. 13 MB, so it is read once and only what is asked for is compiled. */
export class OpenApiContract {
  readonly #document: Json;
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });

  constructor() {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
    this.#document = JSON.parse(readFileSync(file, 'utf8')) as Json;
    formats(this.#ajv);
  }

  has(method: string, template: string): boolean {
    return this.#at(['paths', template, method.toLowerCase()]) !== undefined;
  }

  /** What is wrong with an answer; nothing if it is as published. */
  mistakes(method: string, template: string, status: number, type: string, body: unknown): string[] {
    const where = ['paths', template, method.toLowerCase(), 'responses', String(status)];
    if (this.#at(where) === undefined) return [`${method} ${template} never answers ${status}`];
    const response = this.#deref(this.#at(where)) as Json;
    const content = this.#descend(response, ['content', type, 'schema']);
    if (content === undefined) return response['content'] === undefined ? [] : [`${method} ${template} never answers ${type}`];
    const key = [...where, type].join(' ');
    const validate = this.#compiled.get(key) ?? this.#ajv.compile(this.#selfContained(content));
    this.#compiled.set(key, validate);
    return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
  }

  /** A JSON Schema of its own: what it refers to is copied along, and OpenAPI's `nullable` becomes a choice. */
  #selfContained(schema: unknown): Json {
    const definitions: Record<string, unknown> = {};
    const translate = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(translate);
      if (typeof node !== 'object' || node === null) return node;
      const reference = (node as Json)['$ref'];
      if (typeof reference === 'string') {
        const name = reference.replace('#/components/schemas/', '');
        if (!Object.hasOwn(definitions, name)) {
          definitions[name] = true; // so that a schema which names itself ends
          definitions[name] = translate(this.#at(reference.slice(2).split('/')));
        }
        return { $ref: `#/$defs/${name}` };
      }
      const { nullable, ...rest } = node as Json;
      const copy = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, translate(inner)]));
      return nullable === true ? { anyOf: [{ type: 'null' }, copy] } : copy;
    };
    return { ...(translate(schema) as Json), $defs: definitions };
  }

  #deref(node: unknown): unknown {
    const reference = (node as Json)['$ref'];
    return typeof reference === 'string' ? this.#at(reference.slice(2).split('/')) : node;
  }

  #at(path: readonly string[]): unknown {
    return this.#descend(this.#document, path);
  }

  #descend(node: unknown, path: readonly string[]): unknown {
    return path.reduce<unknown>((found, name) => (found as Json | undefined)?.[name], node);
  }
}
