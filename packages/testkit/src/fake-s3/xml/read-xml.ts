import { S3Error } from '../s3-error.ts';

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const TOKEN = /<\?xml[^>]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+xmlns(?::xsi)?="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

interface Open {
  name: string;
  text: string;
  children: XmlElement[];
}

/** The XML that S3 clients send: elements and text. Comments, CDATA, DTDs and other attributes have no business in it. */
export function readXml(bytes: Buffer, root: string): XmlElement {
  const top: Open = { name: '', text: '', children: [] };
  const open: Open[] = [top];
  const text = bytes.toString('utf8');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw malformed();
    step(open, match);
  }
  const [found, ...others] = top.children;
  if (open.length !== 1 || others.length > 0 || top.text.trim() !== '' || found?.name !== root) throw malformed();
  return found;
}

function step(open: Open[], [, slash, name, , closed, text]: RegExpExecArray): void {
  const current = open.at(-1);
  if (current === undefined) throw malformed();
  if (text !== undefined) current.text += decoded(text);
  else if (name !== undefined && slash === '/') {
    open.pop();
    if (current.name !== name || open.length === 0) throw malformed();
  } else if (name !== undefined) {
    const child: Open = { name, text: '', children: [] };
    current.children.push(child);
    if (closed !== '/') open.push(child);
  }
}

const decoded = (text: string): string =>
  text.replaceAll(/&([^;]*);?/g, (_whole, entity: string) => {
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(entity);
    const character =
      code === null
        ? ENTITIES.get(entity)
        : String.fromCodePoint(parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16));
    if (character === undefined) throw malformed();
    return character;
  });

export const malformed = (): S3Error =>
  new S3Error(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema');

/** The text of the only child of that name; undefined if there is none. */
export function textOf(parent: XmlElement, name: string): string | undefined {
  return childOf(parent, name)?.text;
}

export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  const [found, ...others] = parent.children.filter((child) => child.name === name);
  if (others.length > 0) throw malformed();
  return found;
}

/** Refuses elements that nobody here looks at. */
export function onlyChildren(parent: XmlElement, names: readonly string[]): void {
  if (parent.children.some((child) => !names.includes(child.name))) throw malformed();
}
