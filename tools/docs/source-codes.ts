import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceCode {
  readonly code: string;
  /** Path from the root of the repository. */
  readonly file: string;
  /** Exit code of the class that is made with it; null where the code is handed to a function of another file. */
  readonly exit: number | null;
}

const SHIPPED = /^(packages\/(?!testkit\/).*\/src|actions\/[^/]+\/src)\/|^policies\/(build\/|read-bundle\.ts)/;
const NOT_SHIPPED = /(^|\/)(node_modules|test|fixtures)\/|\.test\.ts$|\.test-support\.ts$|\.d\.ts$/;
const CODE = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** Text of the same shape that is none: the reason stands beside it. */
const NO_CODES: ReadonlyMap<string, string> = new Map([
  ['n/a', 'a word in a table'],
  ['application/json', 'a media type'],
  ['application/octet-stream', 'a media type'],
  ['application/timestamp-query', 'a media type'],
  ['application/timestamp-reply', 'a media type'],
  ['controls/v1', 'the version of a format'],
  ['approvals/elevated', 'a path of keys'],
  ['approvals/min', 'a path of keys'],
  ['approvals/roles', 'a path of keys'],
  ['artifacts/immutable', 'a path of keys'],
  ['proofrail/decision', 'an entry point of the policy'],
  ['proofrail/alone', 'an entry point of the policy'],
  ['team/app', 'an image'],
  ['localhost/app', 'an image'],
  ['package/rule', 'an entry point of a policy'],
  ['reports/sarif', 'a folder'],
  ['v1/blobs', 'a prefix of keys'],
]);

const PROBLEMS = ['unknown-key', 'missing-key', 'wrong-value'];

/** Codes that are put together when they are thrown: which words can stand in the gap, read from the source that knows them. */
const FAMILIES: ReadonlyMap<string, (root: string) => readonly string[]> = new Map([
  ['packages/core/src/context/read-facts.ts facts/', () => PROBLEMS],
  [
    'packages/core/src/evidence/check-record.ts evidence/',
    (root: string) => [...PROBLEMS, ...words(root, 'packages/core/src/evidence/check-record.ts', /fault\(\s*'([a-z-]+)'/g)],
  ],
  [
    'packages/core/src/evidence/read-record.ts evidence/',
    (root: string) => [...PROBLEMS, ...words(root, 'packages/core/src/evidence/read-record.ts', /malformed\(\s*'([a-z-]+)'/g)],
  ],
  [
    'packages/core/src/gate/digest-checker.ts image/',
    (root: string) => words(root, 'packages/core/src/gate/digest-checker.ts', /^ {2}'?([a-z-]+)'?: '/gm),
  ],
  [
    'packages/core/src/policy/engine-failure.ts policy/',
    (root: string) => wordsUnder(root, 'packages/core/src/policy', /engineFailure\(\s*'([a-z-]+)'/g),
  ],
  ['packages/cli/src/usage-failure.ts cli/', commandLineProblems],
]);

/** Templates of paths, which look the same. */
const PATHS = /^policies\/build\/build-policies\.ts policies\/$/;

const DOCUMENT_AREAS = /^packages\/core\/src\/(controls|exceptions)\//;

/** Every error code that the product's sources can throw or answer, in the order of files. */
export function sourceCodes(root: string): SourceCode[] {
  const files = ['packages', 'actions', 'policies'].flatMap((folder) => filesUnder(root, folder));
  return files.filter((file) => SHIPPED.test(file) && !NOT_SHIPPED.test(file)).flatMap((file) => codesOf(root, file));
}

const EXITS: ReadonlyMap<string, number> = new Map([
  ['EngineError', 1],
  ['ConfigurationError', 2],
  ['UnavailableError', 3],
  ['TamperedError', 4],
]);

function codesOf(root: string, file: string): SourceCode[] {
  const tree = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const codes = new Map<string, number | null>();
  const passedOn = new Set<number>(); // classes that a function of this file makes with a code that it was given
  const add = (code: string, exit: number | null): unknown => codes.set(code, exit ?? codes.get(code) ?? null);
  const visit = (node: ts.Node): void => {
    const exit = exitOf(node);
    if (exit !== null && !isText((node as ts.NewExpression).arguments?.[0])) passedOn.add(exit);
    if (isText(node)) for (const code of spelled(root, file, node)) add(code, exitOf(node.parent));
    for (const code of documentCodes(file, node)) add(code, 2);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const [only, another] = passedOn;
  const fallback = another === undefined ? (only ?? null) : null;
  return [...codes].map(([code, exit]) => ({ code, file, exit: exit ?? fallback }));
}

const isText = (node: ts.Node | undefined): node is ts.StringLiteralLike | ts.TemplateExpression =>
  node !== undefined && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));

const exitOf = (node: ts.Node): number | null =>
  ts.isNewExpression(node) ? (EXITS.get(node.expression.getText()) ?? null) : null;

function spelled(root: string, file: string, node: ts.StringLiteralLike | ts.TemplateExpression): string[] {
  if (ts.isTemplateExpression(node)) return expanded(root, file, node);
  return CODE.test(node.text) && !NO_CODES.has(node.text) ? [node.text] : [];
}

/** `checkDocument` puts a code together from the area of its caller. */
function documentCodes(file: string, node: ts.Node): string[] {
  if (!DOCUMENT_AREAS.test(file) || !ts.isPropertyAssignment(node) || node.name.getText() !== 'area') return [];
  const { initializer } = node;
  return ts.isStringLiteral(initializer) ? PROBLEMS.map((problem) => `${initializer.text}/${problem}`) : [];
}

function expanded(root: string, file: string, { head, templateSpans }: ts.TemplateExpression): string[] {
  const [span, another] = templateSpans;
  if (!/^[a-z][a-z-]*\/$/.test(head.text) || span?.literal.text !== '' || another !== undefined) return [];
  if (PATHS.test(`${file} ${head.text}`)) return [];
  const family = FAMILIES.get(`${file} ${head.text}`);
  if (family === undefined)
    throw new Error(`${file} puts codes ${head.text}… together: tell tools/docs/source-codes.ts which there can be`);
  const found = family(root);
  if (found.length === 0) throw new Error(`${file}: no word was found for ${head.text}…`);
  return found.map((word) => head.text + word);
}

const words = (root: string, file: string, pattern: RegExp): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].flatMap(([, word]) => word ?? []);

const wordsUnder = (root: string, folder: string, pattern: RegExp): string[] =>
  filesUnder(root, folder)
    .filter((file) => !NOT_SHIPPED.test(file))
    .flatMap((file) => words(root, file, pattern));

/** What the parser of command lines complains about, from its own source; asking for help or the version is no complaint. */
function commandLineProblems(root: string): string[] {
  const source = 'packages/cli/node_modules/commander/lib/command.js';
  const names = words(root, source, /'commander\.([a-zA-Z]+)'/g).filter(
    (name) => !/^(help|helpDisplayed|version|executeSubCommandAsync)$/.test(name),
  );
  return [...new Set(names)].map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}

const filesUnder = (root: string, folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .sort();
