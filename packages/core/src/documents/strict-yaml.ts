import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml';
import type { JsonValue } from '../canonical/json-value.ts';
import { textPosition } from '../canonical/text-position.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { disputedLineBreak } from '../text/index.ts';
import { MovedBrackets } from './moved-brackets.ts';
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

const DO_THIS = 'Correct the file at this place.';

/** Configuration is written by people: this stops a file made to exhaust the reader, not a long one. */
const MOST_CHARACTERS = 1_048_576;

/**
 * One YAML 1.2 document of the core schema as JSON: no duplicate keys, no tags, no keys that are not text, no number that JSON cannot
 * carry. Aliases are followed, within a budget that every visit counts against, so a bomb of aliases stops where a long file does.
 *
 * @throws ConfigurationError `yaml/...` with file, line and column
 */
export function readStrictYaml(given: string, file: string, { aliases = 'followed' }: YamlOptions = {}): YamlDocument {
  if (given.length > MOST_CHARACTERS) throw tooLarge(given, file);
  const read = readEvents(new MovedBrackets(given));
  const place = (offset: number): string => textPosition(file, given, read.moved.before(offset));
  const refuse: Refuse = (code, expected, found, offset) =>
    new ConfigurationError(code, { expected, found, at: place(offset), doThis: DO_THIS });
  if (read.problem !== null) throw refused(read.problem, refuse);
  const {
    moved: { text },
    events,
  } = read;
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

/** What the parser saw, in a text that was moved for it. */
type Read = { readonly moved: MovedBrackets } & (
  { readonly problem: null; readonly events: readonly Event[] } | { readonly problem: YAMLException }
);

function readEvents(moved: MovedBrackets): Read {
  try {
    return { moved, problem: null, events: parseEvents(moved.text, {}) };
  } catch (problem) {
    if (!(problem instanceof YAMLException)) throw problem;
    const further = problem.reason === NOT_DEEP_ENOUGH ? moved.moving(offsetIn(problem)) : null;
    return further === null ? { moved, problem } : readEvents(further);
  }
}

const NOT_DEEP_ENOUGH = 'deficient indentation';
const offsetIn = ({ mark }: YAMLException): number => mark?.position ?? 0;

/** Not with the parser's message, which would copy lines of the file. */
function refused(problem: YAMLException, refuse: Refuse): ConfigurationError {
  const { reason } = problem;
  const code = reason.startsWith('nesting exceeded') ? 'yaml/too-deep' : 'yaml/syntax';
  return refuse(code, reason === NOT_DEEP_ENOUGH ? DEEP_ENOUGH : 'one YAML 1.2 document', reason, offsetIn(problem));
}

/** YAML 1.2.2, 7.4: which many a reader does not insist on. */
const DEEP_ENOUGH = 'each line of a text in quotes, or inside brackets, indented with spaces and deeper than the key before it';

const tooLarge = ({ length }: string, file: string): ConfigurationError =>
  new ConfigurationError('yaml/too-large', {
    expected: `at most ${MOST_CHARACTERS} characters`,
    found: String(length),
    at: `${file}:1:1`,
    doThis: DO_THIS,
  });

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
