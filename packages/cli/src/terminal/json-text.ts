/**
 * A JSON document for standard output. Same meaning as JSON.stringify gives, and safe in the log of a CI system: what the Actions
 * runner or a terminal would act upon inside a string is written as an escape (`##[` is honoured anywhere in a line, gate.md 3.3).
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(ACTED_UPON, escapes);
}

// DEL to U+009F, format characters (directions, zero width), line separators: JSON.stringify leaves them as they are.
const ACTED_UPON = /##(?=\[)|[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

const escapes = (found: string): string =>
  Array.from({ length: found.length }, (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
