import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { JsonValue } from '../canonical/json-value.ts';
import { ConfigurationError, type FailureCode } from '../outcomes/index.ts';
import { disputedLineBreak } from '../text/index.ts';

/** What a configuration file says, and where it says it. */
export interface YamlDocument {
  readonly file: string;
  readonly value: JsonValue;
  /** `file:line:column` of the value at a JSON pointer, or of the nearest thing around it. */
  at(pointer: string): string;
  /** The same for the key that leads there. */
  atKey(pointer: string): string;
}

/** Configuration is written by people: these stop a file made to exhaust the reader, not a long one. */
const MOST_CHARACTERS = 1_048_576;
const MOST_NODES = 20_000;
const MOST_DEPTH = 32;

/**
 * One YAML 1.2 document of the core schema as JSON: no duplicate keys, no tags, no keys that are not text, no number that JSON cannot
 * carry. Aliases are followed, within a budget that every visit counts against, so a bomb of aliases stops where a long file does.
 *
 * @throws ConfigurationError `yaml/...` with file, line and column
 */
export function readStrictYaml(text: string, file: string): YamlDocument {
  if (text.length > MOST_CHARACTERS)
    throw yamlError('yaml/too-large', `at most ${MOST_CHARACTERS} characters`, `${text.length}`, file);
  const lines = new LineCounter();
  // prettyErrors would copy lines of the file into the message.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', merge: false, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    const code = problem.code === 'DUPLICATE_KEY' ? 'yaml/duplicate-key' : 'yaml/syntax';
    throw yamlError(code, 'one YAML 1.2 document, each key once', problem.message, place(problem.pos[0]));
  }
  const disputed = disputedLineBreak(text);
  if (disputed !== null)
    throw yamlError('yaml/syntax', 'lines that end for every reader', 'a line break that only some see', place(disputed));
  const walk = new Walk(document, place);
  const value = walk.valueOf(document.contents, '', 0);
  const around = (offsets: ReadonlyMap<string, number>, pointer: string): number =>
    offsets.get(pointer) ?? (pointer === '' ? 0 : around(walk.values, pointer.slice(0, pointer.lastIndexOf('/'))));
  return {
    file,
    value,
    at: (pointer) => place(around(walk.values, pointer)),
    atKey: (pointer) => place(around(walk.keys, pointer)),
  };
}

class Walk {
  /** JSON pointer → offset in the text. */
  readonly values = new Map<string, number>();
  readonly keys = new Map<string, number>();
  readonly #document: Document;
  readonly #place: (offset: number) => string;
  #visited = 0;

  constructor(document: Document, place: (offset: number) => string) {
    this.#document = document;
    this.#place = place;
  }

  valueOf(node: unknown, pointer: string, depth: number): JsonValue {
    const here = offsetOf(node);
    if (!this.values.has(pointer)) this.values.set(pointer, here);
    this.#visited += 1;
    if (this.#visited > MOST_NODES)
      throw this.#error('yaml/too-large', `at most ${MOST_NODES} values, aliases counted`, 'more', here);
    if (depth > MOST_DEPTH)
      throw this.#error('yaml/too-deep', `at most ${MOST_DEPTH} levels`, 'more, or an alias inside its own anchor', here);
    if (node === null || node === undefined) return null;
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target === undefined) throw this.#error('yaml/syntax', 'an alias of an anchor before it', `*${node.source}`, here);
      return this.valueOf(target, pointer, depth + 1);
    }
    if (isSeq(node)) return node.items.map((item, index) => this.valueOf(item, `${pointer}/${index}`, depth + 1));
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): [string, JsonValue] => {
        const name = this.#keyOf(key);
        const inside = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        this.keys.set(inside, offsetOf(key));
        return [name, this.valueOf(value, inside, depth + 1)];
      });
      return Object.fromEntries(entries); // defines members: a key `__proto__` stays a plain, unknown key
    }
    if (!isScalar(node)) throw this.#error('yaml/syntax', 'a value', 'something else', here);
    return this.#scalar(node.value, here);
  }

  #keyOf(key: unknown): string {
    if (isScalar(key) && typeof key.value === 'string') return key.value;
    const found = isScalar(key) ? `the key ${String(key.value)}` : 'another kind of key';
    throw this.#error('yaml/key', 'a key that is text', found, offsetOf(key));
  }

  #scalar(value: unknown, here: number): JsonValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
    throw this.#error('yaml/number', 'a number that JSON carries exactly; put ids in quotes', String(value), here);
  }

  #error(code: FailureCode, expected: string, found: string, offset: number): ConfigurationError {
    return yamlError(code, expected, found, this.#place(offset));
  }
}

/** Of nothing, the start: what an empty file means lies nowhere else. */
const offsetOf = (node: unknown): number => (node as Node | null | undefined)?.range?.[0] ?? 0;

function yamlError(code: FailureCode, expected: string, found: string, at: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis: 'Correct the file at this place.' });
}
