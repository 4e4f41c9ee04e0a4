import { isMap } from 'yaml';
import type { ManifestDocument } from '../reading/manifest-document.ts';

/** Files in which a member called an image says what a job or a workspace runs in, by path, and what such a file has to have. */
const PIPELINES: readonly (readonly [path: RegExp, member: string])[] = [
  [/(?:^|\/)\.github\/workflows\/[^/]+$/, 'jobs'],
  [/(?:^|\/)action\.ya?ml$/, 'runs'],
  [/(?:^|\/)\.?devcontainer\.json$/, 'image'],
  [/^\.gitlab-ci\.yml$/, ''],
  [/^\.circleci\/config\.yml$/, 'jobs'],
  [/^(?:azure|bitbucket)-pipelines\.yml$/, ''],
];

/** Does a known pipeline read that file? Container lists, services and values in it count all the same: it may be deployed as well. */
export function isPipeline(document: ManifestDocument, file: string): boolean {
  const { root } = document;
  if (!isMap(root) || document.valuesOf(root, 'apiVersion').length > 0) return false;
  return PIPELINES.some(([path, member]) => path.test(file) && (member === '' || document.valuesOf(root, member).length > 0));
}
