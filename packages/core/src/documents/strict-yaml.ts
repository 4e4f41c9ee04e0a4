import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml';
import type { JsonValue } from '../canonical/json-value.ts';
import { textPosition } from '../canonical/text-position.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { disputedLineBreak } from '../text/index.ts';
import { offsetOf } from './yaml-offset.ts';
import { YamlWalk, type Refuse } from './yaml-walk.ts';

/** What a configuration file says, and where it says it. */
export interface YamlDocument {
  readonly file: string;
  readonly value: JsonValue;
  /** `file:line:column` of the value at a JSON pointer, or of the nearest thing around it. */
  at(pointer: string): string;
  /** The same for the key that leads there. */
  atKey(pointer: string): string;
}

export interface YamlOptions {
  /** Default: followed. */
  readonly aliases?: 'followed' | 'refused';
}

/** Configuration is written by people: this stops a file made to exhaust the reader, not a long one. */
const MOST_CHARACTERS = 1_048_576;

/**
 * One YAML 1.2 document of the core schema as JSON: no duplicate keys, no tags, no keys that are not text, no number that JSON cannot
 * carry. Aliases are followed, within a budget that every visit counts against, so a bomb of aliases stops where a long file does.
 *
 * @throws ConfigurationError `yaml/...` with file, line and column
 */
export function readStrictYaml(text: string, file: string, { aliases = 'followed' }: YamlOptions = {}): YamlDocument {
  const place = (offset: number): string => textPosition(file, text, offset);
  const refuse: Refuse = (code, expected, found, offset) =>
    new ConfigurationError(code, { expected, found, at: place(offset), doThis: 'Correct the file at this place.' });

  if (text.length > MOST_CHARACTERS) throw refuse('yaml/too-large', `at most ${MOST_CHARACTERS} characters`, `${text.length}`, 0);
  const events = eventsOf(text, refuse);
  const disputed = disputedLineBreak(text);
  if (disputed !== null)
    throw refuse('yaml/syntax', 'lines that end for every reader', 'a line break that only some see', disputed);
  requireOneDocument(text, events, refuse);
  const alias = aliases === 'refused' ? events.find(({ type }) => type === EVENT_ID.ALIAS) : undefined;
  if (alias !== undefined) throw refuse('yaml/syntax', 'no alias', 'one', offsetOf(alias));
  const walk = new YamlWalk(text, events, refuse);
  const value = walk.document();
  const around = (offsets: ReadonlyMap<string, number>, pointer: string): number =>
    offsets.get(pointer) ?? (pointer === '' ? 0 : around(walk.values, pointer.slice(0, pointer.lastIndexOf('/'))));
  return {
    file,
    value,
    at: (pointer) => place(around(walk.values, pointer)),
    atKey: (pointer) => place(around(walk.keys, pointer)),
  };
}

function eventsOf(text: string, refuse: Refuse): Event[] {
  try {
    return parseEvents(text, {});
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    const { reason, mark } = thrown; // not its message, which would copy lines of the file
    const code = reason.startsWith('nesting exceeded') ? 'yaml/too-deep' : 'yaml/syntax';
    throw refuse(code, reason === 'deficient indentation' ? IN_BRACKETS : 'one YAML 1.2 document', reason, mark?.position ?? 0);
  }
}

/** YAML 1.2.2, 7.4: which many a reader does not insist on. */
const IN_BRACKETS =
  'each line inside brackets, and the line of the closing bracket, indented with spaces and deeper than the key before them';

function requireOneDocument(text: string, events: readonly Event[], refuse: Refuse): void {
  const [first, second] = events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [{ event, index }] : []));
  const directive = first?.event.directives.find((one) => one.kind !== 'yaml' || one.version !== '1.2');
  if (directive !== undefined) throw refuse('yaml/syntax', 'YAML 1.2', `a directive %${directive.kind.toUpperCase()}`, 0);
  if (second === undefined) return;
  const last = events.slice(0, second.index).reduce((farthest, event) => Math.max(farthest, offsetOf(event)), 0);
  const after = events[second.index + 1];
  throw refuse('yaml/syntax', 'one YAML 1.2 document', 'a second one', markAfter(text, last) ?? (after && offsetOf(after)) ?? 0);
}

function markAfter(text: string, offset: number): number | null {
  const mark = /^---/gm;
  mark.lastIndex = offset;
  return mark.exec(text)?.index ?? null;
}
