/**
 * For an import, Node reads every export of its own module once, and some are getters that load what they name: `node:fs` brings its
 * promises, all streams and readline along, `node:crypto` WebCrypto. Measured: 5 and 1 ms of the 25 that a bare start takes.
 */
const DEAR = /(?<=^|[;}\n])import(\{[^}]*\}|\*as [\w$]+ | [\w$]+ )from"((?:node:)?(?:fs|crypto))";/g;

/**
 * The same modules, asked for without that. Every other import stays one, so that what a file loads can be read off it
 * (test/dist/what-actions-load.test.ts).
 */
export function withoutFacades(text: string): string {
  const asked: string[] = [];
  const rest = text.replaceAll(DEAR, (_, wanted: string, module: string) => {
    const names = wanted.replace('*as ', '').trim().replaceAll(' as ', ':');
    asked.push(`const ${names}=process.getBuiltinModule(${JSON.stringify(module)});`);
    return '';
  });
  // First of all, as imports are: other modules of the file may use them before the line that stood here.
  return rest.replace(/^(#!.*\n)?/, (line) => line + asked.join(''));
}
