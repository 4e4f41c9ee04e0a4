import { jsonFailure, type JsonFailureCode } from './json-failure.ts';
import { readJsonNumber } from './json-number.ts';
import type { JsonObject, JsonValue } from './json-value.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const ESCAPES = new Map([...'"\\/bfnrt'].map((letter, index) => [letter, '"\\/\b\f\n\r\t'.charAt(index)]));
const FOUR_HEX = /^[0-9a-fA-F]{4}$/;
const CUT_ESCAPE = /^\\(u[0-9a-fA-F]{0,3})?$/;

/**
 * Reads one JSON text once, checking and building together: a second reader beside it could disagree with the first about what the
 * bytes say (except where they can say one thing alone: compact-json.ts). Measured at twice the time of JSON.parse, which can neither see
 * a duplicate name nor bound depth (15 MB SARIF: 0.1 s).
 */
export class JsonReader {
  readonly #at: string;
  readonly #text: string;
  readonly #maxDepth: number;
  #offset = 0;

  constructor(text: string, options: { at: string; maxDepth: number }) {
    this.#text = text;
    this.#at = options.at;
    this.#maxDepth = options.maxDepth;
  }

  read(): JsonValue {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#offset < this.#text.length) throw this.#failure('json/trailing-content', this.#character(this.#offset));
    return value;
  }

  #value(depth: number): JsonValue {
    switch (this.#skipSpace()) {
      case OPEN_BRACE:
        return this.#object(depth + 1);
      case OPEN_BRACKET:
        return this.#array(depth + 1);
      case QUOTE:
        return this.#string();
      case LETTER_T:
        return this.#literal('true', true);
      case LETTER_F:
        return this.#literal('false', false);
      case LETTER_N:
        return this.#literal('null', null);
      default:
        return this.#number();
    }
  }

  #object(depth: number): JsonObject {
    const object: Record<string, JsonValue> = {};
    this.#enter(depth);
    if (this.#skipSpace() === CLOSE_BRACE) return this.#leave(object);
    for (;;) {
      if (this.#skipSpace() !== QUOTE) throw this.#unexpected();
      const start = this.#offset;
      const name = this.#string();
      if (Object.hasOwn(object, name)) throw this.#failure('json/duplicate-key', JSON.stringify(name.slice(0, 80)), start);
      if (this.#skipSpace() !== COLON) throw this.#unexpected();
      this.#offset += 1;
      setOwn(object, name, this.#value(depth));
      const next = this.#skipSpace();
      if (next === CLOSE_BRACE) return this.#leave(object);
      if (next !== COMMA) throw this.#unexpected();
      this.#offset += 1;
    }
  }

  #array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#enter(depth);
    if (this.#skipSpace() === CLOSE_BRACKET) return this.#leave(items);
    for (;;) {
      items.push(this.#value(depth));
      const next = this.#skipSpace();
      if (next === CLOSE_BRACKET) return this.#leave(items);
      if (next !== COMMA) throw this.#unexpected();
      this.#offset += 1;
    }
  }

  #enter(depth: number): void {
    if (depth > this.#maxDepth) throw this.#failure('json/too-deep', `level ${depth}, with at most ${this.#maxDepth} allowed`);
    this.#offset += 1;
  }

  #leave<T>(value: T): T {
    this.#offset += 1;
    return value;
  }

  /** Most strings hold no escape and are one slice. */
  #string(): string {
    const text = this.#text;
    const start = this.#offset + 1;
    for (let end = start; ; end += 1) {
      const unit = text.charCodeAt(end);
      if (unit === QUOTE) {
        this.#offset = end + 1;
        return text.slice(start, end);
      }
      if (unit === BACKSLASH) return this.#escapedString(start, end);
      if (!(unit >= SPACE)) throw this.#brokenString(end);
    }
  }

  #escapedString(start: number, firstEscape: number): string {
    const text = this.#text;
    let result = '';
    let plain = start;
    let end = firstEscape;
    for (;;) {
      const unit = text.charCodeAt(end);
      if (unit === QUOTE) {
        this.#offset = end + 1;
        return result + text.slice(plain, end);
      }
      if (unit === BACKSLASH) {
        result += text.slice(plain, end) + this.#escape(end);
        plain = end = this.#offset;
      } else if (unit >= SPACE) end += 1;
      else throw this.#brokenString(end);
    }
  }

  #escape(start: number): string {
    const letter = this.#text.charAt(start + 1);
    if (letter === 'u') return this.#unicodeEscape(start);
    const character = ESCAPES.get(letter);
    if (character === undefined) throw this.#badEscape(start, 2);
    this.#offset = start + 2;
    return character;
  }

  #unicodeEscape(start: number): string {
    const unit = this.#codeUnit(start);
    this.#offset = start + 6;
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    // The other half must be an escape too: raw text holds whole characters only, the UTF-8 decoder saw to that.
    const low = this.#text.startsWith('\\u', start + 6) ? this.#codeUnit(start + 6) : 0;
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
      throw this.#failure('json/lone-surrogate', this.#text.slice(start, start + 6), start);
    this.#offset = start + 12;
    return String.fromCharCode(unit, low);
  }

  #codeUnit(start: number): number {
    const digits = this.#text.slice(start + 2, start + 6);
    if (!FOUR_HEX.test(digits)) throw this.#badEscape(start, 6);
    return Number.parseInt(digits, 16);
  }

  #literal<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#offset)) throw this.#unexpected();
    this.#offset += word.length;
    return value;
  }

  #number(): number {
    const result = readJsonNumber(this.#text, this.#offset);
    if (result.kind === 'not-numeric') throw this.#unexpected();
    if (result.kind === 'refused') throw this.#failure(result.code, result.found);
    this.#offset = result.end;
    return result.value;
  }

  #skipSpace(): number {
    const text = this.#text;
    for (let offset = this.#offset; ; offset += 1) {
      const unit = text.charCodeAt(offset);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) {
        this.#offset = offset;
        return unit;
      }
    }
  }

  #unexpected(): Error {
    if (this.#offset >= this.#text.length) return this.#failure('json/unexpected-end', 'the end of the text');
    return this.#failure('json/unexpected-character', this.#character(this.#offset));
  }

  #brokenString(offset: number): Error {
    if (offset >= this.#text.length) return this.#failure('json/unexpected-end', 'the end of the text inside a string', offset);
    return this.#failure('json/control-character', this.#character(offset), offset);
  }

  #badEscape(offset: number, length: number): Error {
    if (CUT_ESCAPE.test(this.#text.slice(offset))) return this.#brokenString(this.#text.length);
    return this.#failure('json/bad-escape', JSON.stringify(this.#text.slice(offset, offset + length)), offset);
  }

  #character(offset: number): string {
    return JSON.stringify(String.fromCodePoint(this.#text.codePointAt(offset) ?? 0));
  }

  #failure(code: JsonFailureCode, found: string, offset = this.#offset): Error {
    return jsonFailure(code, found, { at: this.#at, text: this.#text, offset });
  }
}

/** Assigning to `__proto__` would set the prototype instead of a member: attacker-chosen defaults for every missing field. */
function setOwn(object: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
