/** Words of every kind of manifest that is known here, at least one of which each of them has. */
const WORDS = /image|apiVersion|containers|newTag|\b(?:kind|services|repository|include|extends|resources)["']?\s*[:=]/i;
/** Ways to write such a word without its letters. */
const ESCAPES = /\\(?:[xuU]|\r?\n)|binary/i;
/** A template that puts more than the value of one variable in its place, or that makes the name of a member. */
const TEMPLATES =
  /\{\{[^}]{0,500}["'`(]|\{\{[^}]{500}|\{\{-?\s*(?:include|template|toYaml|tpl|range)\b|\{\{[^}\n]{0,500}$|\}\}["']?[ \t]*:|\{%|<%/m;

/**
 * Could this text, which cannot be read as a document, be a manifest to a more lenient reader, or once its templates are filled in? False
 * only where it has no sign of one in any encoding.
 */
export function hasSignOfManifest(text: string): boolean {
  const letters = text.replaceAll('\0', ''); // UTF-16 and UTF-32, read as UTF-8
  return WORDS.test(letters) || ESCAPES.test(letters) || TEMPLATES.test(letters);
}
