import { memberOf } from '../documents/index.ts';
import type { UnknownReason } from '../facts/fact.ts';
import type { UnreadableFile } from '../facts/unreadable-file.ts';
import { inputDocument, type InputDocument } from './input-document.ts';

/** A fact that could not be read. `fact`: its JSON pointer in the input document. */
export interface UnreadFact {
  readonly fact: string;
  readonly why: UnknownReason;
  /** The registry's own names of what was to bring it, where the fact says so. */
  readonly of: readonly string[];
  /** Those that nobody could read, where it is read from files. */
  readonly files: readonly UnreadableFile[];
}

/** In any form of a fact. */
interface Unread {
  readonly known: false;
  readonly why: UnknownReason;
  readonly of?: readonly string[];
  readonly files?: readonly UnreadableFile[];
}

// Where facts can be is asked of the schema: a list kept by hand would forget one, and its absence would read as a failure that
// somebody may accept the risk of. Only these places are looked at, so a document of thousands of findings costs no more than a small one.
// Found when they are first asked for: most gates never ask.
let places: readonly (readonly string[])[] | undefined;

/** Each fact that this document leaves open, in the order of their places; places in a list in the list's order. */
export function unreadFacts(input: InputDocument): UnreadFact[] {
  places ??= factPlaces(inputDocument, '')
    .sort()
    .map((place) => place.split('/').slice(1));
  return places.flatMap((place) => unreadAt(input, place, ''));
}

/** JSON pointers to the facts that a document of this schema has; `*` stands for any item of a list. */
function factPlaces(schema: unknown, at: string): string[] {
  const { entries, item, options } = partsOf(schema);
  return [
    ...(isFact(schema) ? [at] : []),
    ...Object.entries(entries).flatMap(([name, member]) => factPlaces(member, `${at}/${name}`)),
    ...(item === undefined ? [] : factPlaces(item, `${at}/*`)),
    ...options.flatMap((option) => factPlaces(option, at)),
  ];
}

/** As `factOf` makes it: in each of its forms it says whether it is known. */
function isFact(schema: unknown): boolean {
  const { options } = partsOf(schema);
  return options.length > 0 && options.every((option) => 'known' in partsOf(option).entries);
}

/** What the schemas of the library are made of. */
interface Parts {
  readonly entries: object;
  readonly item: unknown;
  readonly wrapped: unknown;
  readonly options: readonly unknown[];
}

function partsOf(schema: unknown): Parts {
  const parts: Partial<Parts> = typeof schema === 'object' && schema !== null ? schema : {};
  const { entries = {}, item, wrapped, options = wrapped === undefined ? [] : [wrapped] } = parts;
  return { entries, item, wrapped, options };
}

function unreadAt(value: unknown, [step, ...further]: readonly string[], pointer: string): UnreadFact[] {
  if (step === undefined) return isUnread(value) ? [unreadFact(value, pointer)] : [];
  if (step === '*' && Array.isArray(value)) return value.flatMap((item, at) => unreadAt(item, further, `${pointer}/${at}`));
  return unreadAt(memberOf(value, step), further, `${pointer}/${step}`);
}

const unreadFact = ({ why, of = [], files = [] }: Unread, fact: string): UnreadFact => ({ fact, why, of, files });

const isUnread = (value: unknown): value is Unread => memberOf(value, 'known') === false;
