import {
  isAlias,
  isMap,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  YAMLError,
  type Alias,
  type Document,
  type Node,
} from 'yaml';
import { disputedLineBreak } from '../../text/index.ts';
import { manifestFailure } from './manifest-failure.ts';

export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly documents: readonly { readonly root: Node | null; readonly targets: ReadonlyMap<Alias, Node> }[];
}

const TOO_DEEP = 'nesting that is too deep to follow';
const MAX_CHARACTERS = 16 * 1024 * 1024; // the largest published bundles of CRDs have about 4 MB

/** All documents of a YAML file. ConfigurationError `image/malformed-yaml` with line and column, or `image/manifest-too-large`. */
export function readYaml(text: string, file: string): YamlSource {
  if (text.length > MAX_CHARACTERS) throw manifestFailure('image/manifest-too-large', `${text.length} characters`, file);
  const lines = new LineCounter();
  try {
    const parsed = [
      ...parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' }),
    ];
    const error = parsed.flatMap((document) => document.errors)[0];
    if (error !== undefined) throw error;
    requireOneReading(text);
    return {
      file,
      text,
      lines,
      documents: parsed.map((document) => ({ root: document.contents, targets: aliasTargets(document) })),
    };
  } catch (cause) {
    if (cause instanceof YAMLError) {
      // The parser recurses, and hands on as its own what an exhausted stack says.
      const found = cause.code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : cause.message;
      throw manifestFailure('image/malformed-yaml', found, place(file, lines, cause.pos[0]));
    }
    if (cause instanceof RangeError) throw manifestFailure('image/malformed-yaml', TOO_DEEP, file, cause);
    throw cause;
  }
}

/** To kubectl this ends a document, whatever comes before it (apimachinery, splitYAMLDocument); in YAML it is the beginning of a text. */
const KUBECTL_SEPARATOR = /^---#/m;

/** Where kubectl sees another line, or another document, than the reader here, either could hold an image that the other never meets. */
function requireOneReading(text: string): void {
  const end = disputedLineBreak(text);
  if (end !== null) throw problemAt(end, 'a line break that only some readers of YAML see');
  const separator = text.search(KUBECTL_SEPARATOR);
  if (separator !== -1) throw problemAt(separator, 'an end of a document that only kubectl sees');
}

const problemAt = (start: number, message: string): YAMLError =>
  new YAMLError('YAMLParseError', [start, start], 'UNEXPECTED_TOKEN', message);

/** Each alias with its node, in one pass: the library's own look-up walks the whole document once for every alias. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Pair: (_, { key }) => {
      // JSON, and so Kubernetes, has only text for keys. In practice this is an unrendered template: `{{ value }}`.
      const name = isAlias(key) ? anchors.get(key.source) : key;
      if (isMap(name) || isSeq(name)) throw problem(key as Node, 'a key that is no text, or an unrendered template');
    },
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target === undefined) throw problem(alias, 'an alias without its anchor');
      targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function problem(node: Node, message: string): YAMLError {
  const [start = 0, end = 0] = node.range ?? [];
  return new YAMLError('YAMLParseError', [start, end], 'UNEXPECTED_TOKEN', message);
}

function place(file: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
}
