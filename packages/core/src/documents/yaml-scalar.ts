import {
  boolCoreTag,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';

export type CoreValue = string | number | boolean | null;

/** The core schema (YAML 1.2.2, 10.3.2), in its order. */
const KINDS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** What a scalar without a tag is: text in quotes is text, and the rest what it looks like. A number that no double can hold is infinite. */
export function readYamlScalar(text: string, event: ScalarEvent): CoreValue {
  const source = event.valueStart === -1 ? '' : getScalarValue(text, event);
  if (event.style !== SCALAR_STYLE.PLAIN) return source;
  for (const kind of KINDS) {
    const value = kind.resolve(source, false, kind.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return isTooLarge(source) ? Number.POSITIVE_INFINITY : source;
}

/** The library takes 1e999 for a text, others for a number. */
const isTooLarge = (source: string): boolean =>
  /^[-+]?\.?[0-9]/.test(source) && Math.abs(Number(source)) === Number.POSITIVE_INFINITY;
