import type { Command } from './command.ts';

/** What differs between the runner's two notations: how properties are parted, and what stands for what. Order of the pairs matters. */
export interface Notation {
  readonly separator: string;
  readonly property: readonly (readonly [string, string])[];
  readonly data: readonly (readonly [string, string])[];
}

export function commandOf(head: string, data: string, registered: ReadonlySet<string>, notation: Notation): Command | null {
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  if (name === '' || !registered.has(name.toLowerCase())) return null;
  const properties = space > 0 ? propertiesOf(head.slice(space + 1), notation) : {};
  return { name, properties, data: unescaped(data, notation.data) };
}

function propertiesOf(text: string, notation: Notation): Record<string, string> {
  const pairs = text
    .trim()
    .split(notation.separator)
    .filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const equals = pair.indexOf('=');
      const [key, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
      return equals > 0 && value !== '' ? [[key, unescaped(value, notation.property)]] : [];
    }),
  );
}

const unescaped = (text: string, pairs: Notation['data']): string =>
  pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);
