import { EVENT_ID, type AliasEvent, type Event } from 'js-yaml';
import type { JsonValue } from '../canonical/json-value.ts';
import type { ConfigurationError, FailureCode } from '../outcomes/index.ts';
import { offsetOf } from './yaml-offset.ts';
import { readYamlScalar, type CoreValue } from './yaml-scalar.ts';

/** The error for what cannot be used, at an offset of the text. */
export type Refuse = (code: FailureCode, expected: string, found: string, offset: number) => ConfigurationError;

/** These stop a file made to exhaust the reader, not a long one. */
const MOST_NODES = 20_000;
const MOST_DEPTH = 32;

/** A node as it was read. */
interface Read {
  readonly value: JsonValue;
  /** The event after its last. */
  readonly next: number;
}

/** Goes through what the parser saw, once for each time that it is meant: an alias is its anchor's node, read again. */
export class YamlWalk {
  /** JSON pointer → offset in the text. */
  readonly values = new Map<string, number>();
  readonly keys = new Map<string, number>();
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #refuse: Refuse;
  /** Name → the events that have it, ascending. */
  readonly #anchors: ReadonlyMap<string, readonly number[]>;
  #visited = 0;

  constructor(text: string, events: readonly Event[], refuse: Refuse) {
    this.#text = text;
    this.#events = events;
    this.#refuse = refuse;
    this.#anchors = anchorsIn(text, events);
  }

  /** Of an empty file: null. */
  document(): JsonValue {
    return this.#events.length === 0 ? null : this.#node(1, '', 0, 0).value; // the first one opens the document
  }

  /** `around`: where it stands if it is nothing at all. */
  #node(index: number, pointer: string, depth: number, around: number): Read {
    const event = this.#at(index);
    const here = isNothing(event) ? around : offsetOf(event);
    if (!this.values.has(pointer)) this.values.set(pointer, here);
    this.#visited += 1;
    if (this.#visited > MOST_NODES)
      throw this.#refuse('yaml/too-large', `at most ${MOST_NODES} values, aliases counted`, 'more', here);
    if (depth > MOST_DEPTH)
      throw this.#refuse('yaml/too-deep', `at most ${MOST_DEPTH} levels`, 'more, or an alias inside its own anchor', here);
    switch (event.type) {
      case EVENT_ID.ALIAS:
        return { value: this.#node(this.#anchorOf(event, index), pointer, depth + 1, here).value, next: index + 1 };
      case EVENT_ID.SEQUENCE:
        return this.#sequence(index + 1, pointer, depth);
      case EVENT_ID.MAPPING:
        return this.#mapping(index + 1, pointer, depth);
      default:
        return { value: this.#scalar(index, here), next: index + 1 };
    }
  }

  #sequence(first: number, pointer: string, depth: number): Read {
    const items: JsonValue[] = [];
    let next = first;
    while (this.#at(next).type !== EVENT_ID.POP) {
      const item = this.#node(next, `${pointer}/${items.length}`, depth + 1, offsetOf(this.#at(first - 1)));
      items.push(item.value);
      next = item.next;
    }
    return { value: items, next: next + 1 };
  }

  #mapping(first: number, pointer: string, depth: number): Read {
    const members = new Map<string, JsonValue>();
    let next = first;
    while (this.#at(next).type !== EVENT_ID.POP) {
      const at = offsetOf(this.#at(next));
      const name = this.#key(next, at);
      if (members.has(name)) throw this.#refuse('yaml/duplicate-key', 'each key once', JSON.stringify(name.slice(0, 80)), at);
      const inside = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      this.keys.set(inside, at);
      const member = this.#node(next + 1, inside, depth + 1, at);
      members.set(name, member.value);
      next = member.next;
    }
    return { value: Object.fromEntries(members), next: next + 1 }; // defines members: a key `__proto__` stays a plain, unknown key
  }

  #key(index: number, at: number): string {
    const key = this.#at(index).type === EVENT_ID.SCALAR ? this.#scalar(index, at) : undefined;
    if (typeof key === 'string') return key;
    throw this.#refuse('yaml/key', 'a key that is text', key === undefined ? 'another kind of key' : `the key ${key}`, at);
  }

  #scalar(index: number, here: number): CoreValue {
    const event = this.#at(index);
    if (event.type !== EVENT_ID.SCALAR) throw this.#refuse('yaml/syntax', 'a value', 'something else', here);
    const value = readYamlScalar(this.#text, event);
    if (typeof value !== 'number' || (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return value;
    throw this.#refuse('yaml/number', 'a number that JSON carries exactly; put ids in quotes', String(value), here);
  }

  /** The nearest one before: a name may be given again. */
  #anchorOf({ anchorStart, anchorEnd }: AliasEvent, index: number): number {
    const name = this.#text.slice(anchorStart, anchorEnd);
    const anchor = this.#anchors.get(name)?.findLast((at) => at < index);
    if (anchor !== undefined) return anchor;
    throw this.#refuse('yaml/syntax', 'an alias of an anchor before it', `*${name}`, anchorStart - 1);
  }

  /** No event has a tag: what one means is for its application to say, and other readers say otherwise. */
  #at(index: number): Event {
    const event = this.#events[index];
    if (event === undefined) throw this.#refuse('yaml/syntax', 'a value', 'the end', this.#text.length);
    if (isAnchored(event) && event.tagStart !== -1) throw this.#refuse('yaml/syntax', 'no tag', 'a tag', event.tagStart);
    return event;
  }
}

type Anchored = Extract<Event, { readonly anchorStart: number; readonly tagStart: number }>;

const isAnchored = (event: Event): event is Anchored =>
  event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SCALAR;

function anchorsIn(text: string, events: readonly Event[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  events.forEach((event, index) => {
    if (!isAnchored(event) || event.anchorStart === -1) return;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    const before = found.get(name);
    if (before === undefined) found.set(name, [index]);
    else before.push(index);
  });
  return found;
}

/** `a:` has a value that stands nowhere. */
const isNothing = (event: Event): boolean => event.type === EVENT_ID.SCALAR && event.valueStart === -1;
