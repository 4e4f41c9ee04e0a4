import type { Fact, FactsDocument, UnreadableFile } from '@proofrail/core/context';
import { findImageReferences, hasSignOfManifest } from '@proofrail/core/images';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { FileAtHead } from './file-at-head.ts';
import type { Manifest } from './manifests.ts';

/** As many as a person mends at once: the others come to light when these are mended. */
const MOST_NAMED = 20;

type Reference = { readonly reference: string; readonly file: string; readonly line: number };

/** Every image reference in the manifests. Files that cannot be read leave them all unknown, and are named: one may hold the one that matters. */
export function imagesOf(manifests: readonly Manifest[], fileAt: (path: string) => Fact<FileAtHead>): FactsDocument['images'] {
  const items: Reference[] = [];
  const files: UnreadableFile[] = [];
  for (const { path } of manifests) {
    const file = fileAt(path);
    if (!file.known && file.why !== 'truncated' && file.why !== 'unusable') return file; // that is not about this file
    if (!file.known) files.push({ file: path, line: 1, problem: file.why === 'truncated' ? 'too-large' : 'not-text' });
    else if (file.value.kind === 'link') files.push({ file: path, line: 1, problem: 'link' });
    else readInto({ items, files }, file.value.text, path);
  }
  if (files.length > 0) return { known: false, why: 'unusable', files: files.slice(0, MOST_NAMED) };
  return { known: true, value: { items, total: items.length } };
}

function readInto(found: { readonly items: Reference[]; readonly files: UnreadableFile[] }, text: string, path: string): void {
  // Readers of JSON with comments find members that are part of a comment's text to a reader of YAML.
  if (/\.json$/i.test(path) && !isJson(text) && hasSignOfManifest(text)) {
    found.files.push({ file: path, line: 1, problem: 'malformed' });
    return;
  }
  try {
    for (const { reference, file, line, state } of findImageReferences(text, path)) {
      // The other file is judged by the change that brings it, where it lies in this repository.
      if (state === 'elsewhere' && IN_THIS_REPOSITORY.test(reference)) continue;
      found.items.push({ reference: reference === '' ? '""' : reference.slice(0, MOST_CHARACTERS), file, line });
    }
  } catch (thrown) {
    if (!(thrown instanceof ConfigurationError)) throw thrown;
    if (!hasSignOfManifest(text)) return;
    const line = Number(/:([1-9][0-9]{0,8}):[0-9]+$/.exec(thrown.at)?.[1] ?? 1);
    found.files.push({ file: path, line, problem: thrown.code === 'image/manifest-too-large' ? 'too-large' : 'malformed' });
  }
}

const MOST_CHARACTERS = 4096;
const IN_THIS_REPOSITORY = /^(?!git@|(?:github|gitlab|bitbucket)\.)(?:[\w.-]+\/)*[\w.-]+$/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
