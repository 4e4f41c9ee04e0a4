import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What one word of the command line stands for. */
export type ImageTarget =
  { readonly kind: 'reference'; readonly text: string } | { readonly kind: 'file'; readonly file: string };

const MANIFEST = /\.ya?ml$/i;
const LOOKS_LIKE_A_PATH = /^[./]|\.(ya?ml|json)$/i;
const NOT_OURS = new Set(['node_modules', '.git']);

/**
 * A path that exists is a file, or a folder whose manifests are all read. What merely looks like one counts as one too, so that a
 * mistyped file name is an absent file and not an odd image.
 */
export function imageTargets(words: readonly string[]): ImageTarget[] {
  return words.flatMap((word): ImageTarget[] => {
    if (!existsSync(word))
      return [LOOKS_LIKE_A_PATH.test(word) ? { kind: 'file', file: word } : { kind: 'reference', text: word }];
    if (!statSync(word).isDirectory()) return [{ kind: 'file', file: word }];
    return manifestsIn(word).map((file) => ({ kind: 'file', file }));
  });
}

/** Symbolic links are not followed: they may lead in circles, or out of the folder that was named. */
function manifestsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : manifestsIn(at);
    return entry.isFile() && MANIFEST.test(entry.name) ? [at] : [];
  });
}
