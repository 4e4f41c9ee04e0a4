import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { anchorOf } from './anchor-of.ts';
import { withoutCode } from './markdown.ts';

const LINK = /\]\(([^()\s]+)(?: "[^"]*")?\)/g;
const ELSEWHERE = /^(https?|mailto):/;

/** Links of a page that lead nowhere: no such file or folder in the repository, or no such heading in it. */
export function linkProblems(root: string, page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  const targets = [...withoutCode(text).matchAll(LINK)].flatMap(([, target]) => target ?? []);
  return targets.filter((target) => !ELSEWHERE.test(target)).flatMap((target) => problemOf(root, page, target));
}

function problemOf(root: string, page: string, target: string): string[] {
  const [name = '', heading] = target.split('#');
  const file = name === '' ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(name));
  const full = path.join(root, file);
  if (file.startsWith('../') || !existsSync(full)) return [`${page}: "${target}" leads to nothing`];
  if (heading === undefined || statSync(full).isDirectory()) return [];
  return anchorsOf(readFileSync(full, 'utf8')).includes(heading) ? [] : [`${page}: "${target}" names no heading of ${file}`];
}

const REPOSITORY_PATH = /`((?:packages|actions|policies|docs|test|tools|examples|dist|\.ci)\/[A-Za-z0-9._/-]+)`/g;

/** Paths of this repository that a page names in code and that do not exist. Patterns and placeholders are left alone. */
export function pathProblems(root: string, page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8').replaceAll(/^\| `[a-z-]+\/[a-z-]+` \|/gm, ''); // rows of error codes
  const named = [...text.matchAll(REPOSITORY_PATH)].flatMap(([, name]) => name ?? []);
  return named.filter((name) => !existsSync(path.join(root, name))).map((name) => `${page}: there is no ${name}`);
}

/** Of a page; a second heading of the same words gets a number. */
function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  const headings = [...markdown.replaceAll(/^( *)```.*?^\1```$/gms, '').matchAll(/^#{1,6} +(.+?) *$/gm)];
  return headings.map(([, title = '']) => {
    const slug = anchorOf(title);
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
}
