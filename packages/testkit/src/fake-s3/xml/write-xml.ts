export interface Xml {
  readonly name: string;
  readonly content: string | readonly Xml[];
}

type Content = string | number | boolean | readonly (Xml | null)[];

/** One element; children that are null are left out. */
export const element = (name: string, content: Content): Xml => ({
  name,
  content: typeof content === 'object' ? content.filter((child) => child !== null) : String(content),
});

/** An element if there is a value for it. */
export const optional = (name: string, content: Content | null | undefined): Xml | null =>
  content === null || content === undefined ? null : element(name, content);

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function xmlDocument(root: Xml, namespace: 'with-namespace' | 'bare' = 'with-namespace'): Buffer {
  const attribute = namespace === 'bare' ? '' : ` xmlns="${NAMESPACE}"`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root, attribute)}`);
}

function written({ name, content }: Xml, attribute = ''): string {
  const inner = typeof content === 'string' ? escaped(content) : content.map((child) => written(child)).join('');
  return `<${name}${attribute}>${inner}</${name}>`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"\u0000-\u001f]/g, (character) => ESCAPES.get(character) ?? `&#${character.charCodeAt(0)};`);
