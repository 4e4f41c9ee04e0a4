/**
 * For an import, Node makes a module around its own one, which reads every export once, and some are getters that load what they name:
 * `node:fs` brings its promises, all streams and readline along, `node:crypto` WebCrypto, `node:util` its colours and with them sockets.
 * Measured: 5, 1 and 5 ms of the 25 that a bare start takes; and `node:http` brings all of undici, 20 to 50 ms and 12 MB in a bare process, for each thread that
 * speaks to a bucket. The others load nothing more; all of them together are 1 % of a gate.
 */
const DEAR =
  /(?<=^|[;}\n])import(\{[^}]*\}|\*as [\w$]+ | [\w$]+ )from"((?:node:)?(?:fs|crypto|os|path|util|zlib|https?|timers\/promises))";/g;
/** The SDK asks for it once it is needed. */
const DEAR_LATER = /\bawait import\(("(?:node:)?https?")\)/g;

/** The same modules, asked for without that, and by name: what a file loads can still be read off it (test/dist/what-actions-load.test.ts). */
export function withoutFacades(text: string): string {
  const asked: string[] = [];
  const rest = text
    .replaceAll(DEAR_LATER, 'process.getBuiltinModule($1)')
    .replaceAll(DEAR, (_, wanted: string, module: string) => {
      const names = wanted.replace('*as ', '').trim().replaceAll(' as ', ':');
      asked.push(`const ${names}=process.getBuiltinModule(${JSON.stringify(module)});`);
      return '';
    });
  // First of all, as imports are: other modules of the file may use them before the line that stood here.
  return rest.replace(/^(#!.*\n)?/, (line) => line + asked.join(''));
}
