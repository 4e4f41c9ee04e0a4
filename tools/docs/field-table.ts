/** What a schema of valibot holds, as far as a table needs it. */
interface Shape {
  readonly type: string;
  readonly message?: unknown;
  readonly requirement?: unknown;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly key?: Shape;
  readonly value?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly (Shape | string)[];
  readonly literal?: unknown;
  readonly pipe?: readonly Shape[];
}

/** `| field | value |`, one row for each field and, indented by a dotted name, for each field inside it. */
export function fieldTable(fields: object): string {
  const rows = Object.entries(fields as Record<string, Shape>).flatMap(([name, shape]) => rowsOf(name, shape));
  return ['| field | value |', '| --- | --- |', ...rows.map(([name, value]) => `| \`${name}\` | ${value} |`)].join('\n');
}

function rowsOf(name: string, shape: Shape): [string, string][] {
  const own: [string, string] = [name, words(shape)];
  const inside = objectIn(shape);
  if (inside === null) return [own];
  const below = `${name}${inside.path}.`;
  return [own, ...Object.entries(inside.entries).flatMap(([key, value]) => rowsOf(below + key, value))];
}

/** The object that a field is, or holds several of. Digests of text have a name of their own, explained once. */
function objectIn(shape: Shape): { readonly path: string; readonly entries: Readonly<Record<string, Shape>> } | null {
  if (shape.type === 'nullable' && shape.wrapped !== undefined) return objectIn(shape.wrapped);
  if (shape.type === 'array' && shape.item !== undefined) {
    const inside = objectIn(shape.item);
    return inside === null ? null : { ...inside, path: `[]${inside.path}` };
  }
  if (shape.type === 'union') return objectInFact(shape);
  if (shape.type !== 'strict_object' || shape.entries === undefined || isTextDigest(shape)) return null;
  return { path: '', entries: shape.entries };
}

/** What a fact holds where it is known: `{known: true, value}`. */
function objectInFact({ options = [] }: Shape): ReturnType<typeof objectIn> {
  const value = options.map((option) => (option as Shape).entries?.['value']).find((each) => each !== undefined);
  const inside = value === undefined ? null : objectIn(value);
  return inside === null ? null : { ...inside, path: `.value${inside.path}` };
}

const isTextDigest = ({ entries }: Shape): boolean => Object.keys(entries ?? {}).join() === 'sha256,length';

function words(shape: Shape): string {
  switch (shape.type) {
    case 'nullable':
      return `${words(part(shape.wrapped))}, or \`null\``;
    case 'array':
      return `list: ${words(part(shape.item))}`;
    case 'strict_object':
      return isTextDigest(shape) ? 'digest of a text' : 'object';
    case 'record':
      return `object: ${words(part(shape.key))} → ${words(part(shape.value))}`;
    case 'union':
      return (shape.options ?? [])
        .map((option) => words(option as Shape))
        .filter(isFirst)
        .map(objectWords(shape))
        .join('; or ');
    case 'picklist':
      return (shape.options ?? []).map((option) => `\`${String(option)}\``).join(', ');
    case 'literal':
      return `\`${JSON.stringify(shape.literal)}\``;
    case 'boolean':
      return '`true` or `false`';
    case 'number':
      return shape.pipe === undefined ? 'number' : 'whole number, zero or more';
    default:
      return grammar(shape);
  }
}

const isFirst = (word: string, index: number, all: readonly string[]): boolean => all.indexOf(word) === index;

/** In a union an object is told by its members: `{known: true, rules, findings}`. */
function objectWords({ options = [] }: Shape): (word: string) => string {
  const objects = (options as Shape[]).filter((option) => option.type === 'strict_object' && !isTextDigest(option));
  const members = objects.map(({ entries = {} }) => `\`{${Object.entries(entries).map(member).join(', ')}}\``);
  return (word) => (word === 'object' ? members.join('; or ') : word);
}

const member = ([name, { type, literal }]: [string, Shape]): string =>
  type === 'literal' ? `${name}: ${JSON.stringify(literal)}` : name;

/** Texts with a grammar carry it in words: what an error about them says. */
function grammar(shape: Shape): string {
  const said = [shape, ...(shape.pipe ?? [])].map(({ message }) => message).filter((message) => typeof message === 'string');
  const unique = said.filter(isFirst);
  if (unique.length === 0) throw new Error(`a ${shape.type} without words for its grammar: give its check a message`);
  return unique.join(', ').replaceAll('|', '\\|').replaceAll('<', '\\<'); // else Markdown takes `<id>` for a tag
}

function part(shape: Shape | undefined): Shape {
  if (shape === undefined) throw new Error('a schema without the part that its type promises');
  return shape;
}
