import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import { findImageReferences } from '@proofrail/core/images';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ChangedFile } from './files.ts';

/** More than a change of manifests has: reading them all would cost a document for each hundred. */
const MOST_MANIFESTS = 500;

/** Lock files of package managers are JSON of megabytes and deploy nothing. */
const LOCK_FILE = /(^|\/)(package-lock|npm-shrinkwrap)\.json$/;
/** What configures the pipeline and the gate names no image that is delivered. */
const NOT_DEPLOYED = /^\.(github|proofrail)\//;

/** The changed files that may name an image: what they are is said by their content, not by their place. */
export function manifestsIn(files: Fact<readonly ChangedFile[]>): Fact<readonly (ChangedFile & { readonly blob: string })[]> {
  if (!files.known) return files;
  const manifests = files.value.flatMap((file) => {
    const mayDeploy = /\.(ya?ml|json)$/i.test(file.path) && !LOCK_FILE.test(file.path) && !NOT_DEPLOYED.test(file.path);
    return mayDeploy && file.blob !== null ? [{ ...file, blob: file.blob }] : [];
  });
  return manifests.length > MOST_MANIFESTS ? unknown('truncated') : { known: true, value: manifests };
}

/** Every image reference in the manifests; one file that cannot be read leaves them all unknown, because it may hold the one that matters. */
export function imagesOf(
  manifests: ReturnType<typeof manifestsIn>,
  textOf: (blob: string) => Fact<string>,
): FactsDocument['images'] {
  if (!manifests.known) return manifests;
  const items = [];
  for (const { path, blob } of manifests.value) {
    const text = textOf(blob);
    if (!text.known) return text;
    try {
      for (const { reference, file, line } of findImageReferences(text.value, path)) items.push({ reference, file, line });
    } catch (thrown) {
      if (thrown instanceof ConfigurationError) return unknown('unusable');
      throw thrown;
    }
  }
  if (items.some(({ reference }) => reference === '' || reference.length > 4096)) return unknown('unusable');
  return { known: true, value: { items, total: items.length } };
}
