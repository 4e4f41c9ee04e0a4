const NAME = /^[\w.:/\\~ -]+$/;

/** A line of a key in PEM has 64 of these, a bare seed 43. */
const ENCODED = /[\w/-]{40}/;

/**
 * What was given for a key may be shown only if this says so. Secrets come with a line break in front, in quotes, in base64, or as one line
 * of the whole; whatever could be a key in some form is neither named in a message nor left unmasked.
 */
export function isPlainlyNoKey(given: string): boolean {
  return /^awskms:\/\//i.test(given) || (NAME.test(given) && !ENCODED.test(given));
}
