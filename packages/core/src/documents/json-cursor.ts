import type { JsonObject, JsonValue } from '../canonical/json-value.ts';
import { ConfigurationError, type FailureCode } from '../outcomes/index.ts';
import { describeValue } from './describe-value.ts';

/** What an error about the document has in common: its code, the file, and what a person can do about it. */
export interface DocumentRules {
  readonly file: string;
  readonly code: FailureCode;
  readonly doThis: string;
}

/**
 * An object inside a document that somebody else wrote, together with where it stands. Reading a member with a wrong type throws a
 * ConfigurationError that names the JSON pointer (RFC 6901), what was expected and what was found. `null` counts as absent: no
 * format read here gives it another meaning. Members that nobody asks for are not looked at.
 */
export class JsonCursor {
  readonly #value: JsonObject;
  readonly #rules: DocumentRules;
  readonly #parent: JsonCursor | null;
  readonly #step: string;

  private constructor(value: JsonObject, rules: DocumentRules, parent: JsonCursor | null, step: string) {
    this.#value = value;
    this.#rules = rules;
    this.#parent = parent;
    this.#step = step;
  }

  static over(document: JsonValue, rules: DocumentRules): JsonCursor {
    if (isObject(document)) return new JsonCursor(document, rules, null, '');
    throw new ConfigurationError(rules.code, {
      expected: 'a JSON object',
      found: describeValue(document),
      at: `${rules.file}#`,
      doThis: rules.doThis,
    });
  }

  /** The member as it was parsed; undefined when absent. */
  raw(name: string): JsonValue | undefined {
    return this.#own(name);
  }

  names(): readonly string[] {
    return Object.keys(this.#value);
  }

  /** What kind of object this is, in a few words, for errors. */
  description(): string {
    const names = this.names()
      .slice(0, 5)
      .map((name) => name.slice(0, 40));
    return names.length === 0 ? 'an empty JSON object' : `a JSON object with ${names.join(', ')}`;
  }

  text(name: string): string | null {
    const value = this.#own(name);
    if (typeof value === 'string') return value;
    return value === undefined || value === null ? null : this.fail(name, 'a text');
  }

  /** A text that has to be there and has to say something. */
  requiredText(name: string): string {
    return this.text(name) || this.fail(name, 'a text that is not empty');
  }

  integer(name: string): number | null {
    const value = this.#own(name);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    return value === undefined || value === null ? null : this.fail(name, 'a whole number');
  }

  boolean(name: string): boolean | null {
    const value = this.#own(name);
    if (typeof value === 'boolean') return value;
    return value === undefined || value === null ? null : this.fail(name, 'true or false');
  }

  object(name: string): JsonCursor | null {
    const value = this.#own(name);
    if (isObject(value)) return new JsonCursor(value, this.#rules, this, name);
    return value === undefined || value === null ? null : this.fail(name, 'an object');
  }

  requiredObject(name: string): JsonCursor {
    return this.object(name) ?? this.fail(name, 'an object');
  }

  /** A list of objects; null when absent. */
  objects(name: string): JsonCursor[] | null {
    const list = this.#list(name, 'a list of objects');
    return (
      list?.map((item, index) => {
        const step = `${escapeStep(name)}/${index}`;
        return isObject(item) ? new JsonCursor(item, this.#rules, this, step) : this.#failAt(step, 'an object', item);
      }) ?? null
    );
  }

  texts(name: string): string[] | null {
    const list = this.#list(name, 'a list of texts');
    return (
      list?.map((item, index) =>
        typeof item === 'string' ? item : this.#failAt(`${escapeStep(name)}/${index}`, 'a text', item),
      ) ?? null
    );
  }

  /** Refuses the member `name` of this object. */
  fail(name: string, expected: string): never {
    return this.#failAt(escapeStep(name), expected, this.#own(name));
  }

  /** Where the member `name` stands: the file and a JSON pointer (RFC 6901). */
  at(name: string): string {
    return `${this.#rules.file}#${this.#pointer()}/${escapeStep(name)}`;
  }

  #pointer(): string {
    return this.#parent === null ? '' : `${this.#parent.#pointer()}/${this.#step}`;
  }

  /** Names come from the document too (`constructor` is a fine rule id): what objects inherit is not there. */
  #own(name: string): JsonValue | undefined {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  #list(name: string, expected: string): readonly JsonValue[] | null {
    const value = this.#own(name);
    if (Array.isArray(value)) return value as readonly JsonValue[];
    return value === undefined || value === null ? null : this.fail(name, expected);
  }

  #failAt(step: string, expected: string, found: JsonValue | undefined): never {
    const { file, code, doThis } = this.#rules;
    throw new ConfigurationError(code, {
      expected,
      found: describeValue(found),
      at: `${file}#${this.#pointer()}/${step}`,
      doThis,
    });
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 6901 section 3. */
function escapeStep(name: string): string {
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}
