import { unknown, type Fact } from '@proofrail/core/context';
import type { ChangedFile } from './files.ts';

/** More than a change of manifests has: reading them all would cost a document for each hundred. */
const MOST_MANIFESTS = 500;

/** Lock files of package managers are JSON of megabytes and deploy nothing. */
const LOCK_FILE = /(^|\/)(package-lock|npm-shrinkwrap)\.json$/;
/** What configures the gate names no image that is delivered. What configures a pipeline is known by its content. */
const NOT_DEPLOYED = /^\.proofrail\//;

export type Manifest = ChangedFile & { readonly blob: string };

/** The changed files that may name an image: what they are is said by their content, not by their place. */
export function manifestsIn(files: Fact<readonly ChangedFile[]>): Fact<readonly Manifest[]> {
  if (!files.known) return files;
  const manifests = files.value.flatMap((file) => {
    const mayDeploy = /\.(ya?ml|json|tf|tfvars)$/i.test(file.path) && !LOCK_FILE.test(file.path) && !NOT_DEPLOYED.test(file.path);
    return mayDeploy && file.blob !== null ? [{ ...file, blob: file.blob }] : [];
  });
  return manifests.length > MOST_MANIFESTS ? unknown('truncated') : { known: true, value: manifests };
}
