import { Failure } from '../../outcomes/failure.ts';
import { isPinned } from './image-reference.ts';
import { parseImageReference } from './parse-image-reference.ts';

/**
 * `pinned`: names bytes. `mutable`: a tag or nothing, whatever the registry holds when it is pulled. `unresolvable`: holds a variable
 * or a template that something else fills in later. `malformed`: no image reference at all. `elsewhere`: another file, deployed with this
 * one, that was not looked at. Only the first one names an image.
 */
export type ReferenceState = 'pinned' | 'mutable' | 'unresolvable' | 'malformed' | 'elsewhere';

// No reference holds these: `$` of Compose, Kustomize and shells, braces of Helm, Jinja and Go, `<%` of ERB, `%` of older Windows files.
const TEMPLATE = /[${}%]/;

/** Of a reference as it stands in a file. Throws nothing: `malformed` is an answer. */
export function referenceState(text: string): ReferenceState {
  if (TEMPLATE.test(text)) return 'unresolvable';
  try {
    return isPinned(parseImageReference(text)) ? 'pinned' : 'mutable';
  } catch (error) {
    if (error instanceof Failure) return 'malformed';
    throw error;
  }
}
