import type { JsonValue } from '../canonical/json-value.ts';
import type { YamlDocument } from '../documents/strict-yaml.ts';
import type { Written } from './workflow.ts';

/** Something in a workflow file that the reader has no meaning for: no check has looked at it. */
export interface NotUnderstood {
  readonly line: number;
  readonly what: string;
}

/**
 * One place of a workflow file. Whatever has another shape than GitHub documents is noted and read as absent: the reader goes on, so that
 * one odd key does not hide everything else, and the note makes sure that nobody takes it for checked.
 */
export class WorkflowNode {
  readonly value: JsonValue;
  readonly line: number;
  readonly #document: YamlDocument;
  readonly #pointer: string;
  readonly #notes: NotUnderstood[];

  private constructor(document: YamlDocument, value: JsonValue, pointer: string, line: number, notes: NotUnderstood[]) {
    this.#document = document;
    this.#pointer = pointer;
    this.#notes = notes;
    this.value = value;
    this.line = line;
  }

  static over(document: YamlDocument): WorkflowNode {
    return new WorkflowNode(document, document.value, '', 1, []);
  }

  get notes(): readonly NotUnderstood[] {
    return this.#notes;
  }

  /** What is written under a key; undefined where the key is not there. */
  member(name: string): WorkflowNode | undefined {
    const { value } = this;
    return isMap(value) && Object.hasOwn(value, name) ? this.#under(name, value[name] ?? null) : undefined;
  }

  /** All keys; nothing under a key (`pull_request:`) is an empty map. */
  members(): (readonly [string, WorkflowNode])[] {
    if (isMap(this.value)) return Object.entries(this.value).map(([name, value]) => [name, this.#under(name, value)] as const);
    if (this.value !== null) this.note('a map is expected');
    return [];
  }

  items(): WorkflowNode[] {
    if (!Array.isArray(this.value)) {
      this.note('a list is expected');
      return [];
    }
    return (this.value as readonly JsonValue[]).map((item, index) => {
      const pointer = `${this.#pointer}/${index}`;
      return new WorkflowNode(this.#document, item, pointer, lineOf(this.#document.at(pointer)), this.#notes);
    });
  }

  /** A scalar as text, since GitHub reads `true` and `"true"` alike; null and a noted oddity for anything else. */
  text(): Written<string> | null {
    const { value, line } = this;
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
      return { value: String(value), line };
    this.note('a text is expected');
    return null;
  }

  /** One text or a list of them. */
  texts(): Written<string>[] {
    const nodes = Array.isArray(this.value) ? this.items() : [this];
    return nodes.flatMap((node) => node.text() ?? []);
  }

  /** Of everything at or below this place. */
  allTexts(): Written<string>[] {
    const { value, line } = this;
    if (typeof value === 'string') return [{ value, line }];
    if (Array.isArray(value)) return this.items().flatMap((item) => item.allTexts());
    return isMap(value) ? this.members().flatMap(([, node]) => node.allTexts()) : [];
  }

  variables(): Map<string, Written<string>> {
    const pairs = this.members().flatMap(([name, node]) => {
      const text = node.value === null ? { value: '', line: node.line } : node.text();
      return text === null ? [] : [[name, text] as const];
    });
    return new Map(pairs);
  }

  knowsOnly(names: readonly string[]): void {
    for (const [name, node] of this.members()) if (!names.includes(name)) node.note(`the key "${name}" is not known here`);
  }

  note(what: string): void {
    this.#notes.push({ line: this.line, what });
  }

  #under(name: string, value: JsonValue): WorkflowNode {
    const pointer = `${this.#pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return new WorkflowNode(this.#document, value, pointer, lineOf(this.#document.atKey(pointer)), this.#notes);
  }
}

export const isMap = (value: JsonValue): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** From `file:line:column`; the name of the file may hold colons of its own. */
const lineOf = (place: string): number => Number(place.split(':').at(-2) ?? 1);
