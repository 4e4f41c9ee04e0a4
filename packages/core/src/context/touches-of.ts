import { known, type Fact } from '../facts/fact.ts';
import type { FactsDocument } from './facts-document.ts';
import { SCANNER_FILES } from './scanner-files.ts';
import type { Touches } from './touches.ts';
import { wholeList } from './whole-list.ts';

// Over whole paths, in any case: the platform and many file systems find `.github/codeowners` too. Each pattern covers the folder itself
// as well, because a link or a submodule of that name replaces everything in it.

const POLICY = /^\.proofrail(\/|$)/u;
const OWNERS = /^(\.github\/|docs\/)?codeowners$|^(\.github|docs)$/u;
const WORKFLOWS = /^\.github$|^\.github\/(workflows|actions)(\/|$)|(^|\/)action\.ya?ml$/u;
const SCANNERS = anyOf([...new Set([...SCANNER_FILES.values()].flat())].map(({ source }) => source));

/**
 * Patterns for any case are a hundredth of a gate's work to compile and to try. Upwards first: `ſ` is a letter that only then becomes the
 * `s` for which a file system takes it.
 */
const inOneCase = (path: string): string => path.toUpperCase().toLowerCase();

// Exactly as written: here a path that matches is given something. A folder inside, or in the place of the files, is not read as one.
const EXCEPTION = /^\.proofrail\/exceptions\/[^/]+$/u;

/** Which parts of the house a change alters. A path that a file left counts like one that it came to; of half a list nobody can tell. */
export function touchesOf(files: FactsDocument['files']): Fact<Touches> {
  const listed = wholeList(files, ({ path, previous }) => (previous === null ? [path] : [path, previous]));
  if (!listed.known) return listed;
  const paths = listed.value.items.flat();
  const folded = paths.map(inOneCase);
  const any = (pattern: RegExp): boolean => folded.some((path) => pattern.test(path));
  return known({
    policy: any(POLICY),
    owners: any(OWNERS),
    workflows: any(WORKFLOWS),
    scanners: any(SCANNERS),
    only_exceptions: paths.length > 0 && paths.every((path) => EXCEPTION.test(path)),
  });
}

/** What nearly all of them begin with stands there once: compiled with each, it is a third of the work (measured). */
function anyOf(sources: readonly string[]): RegExp {
  const inAnyFolder = String.raw`(^|\/)`;
  const names = sources.filter((one) => one.startsWith(inAnyFolder)).map((one) => one.slice(inAnyFolder.length));
  const others = sources.filter((one) => !one.startsWith(inAnyFolder));
  return new RegExp([`${inAnyFolder}(?:${names.join('|')})`, ...others].join('|'), 'u');
}
