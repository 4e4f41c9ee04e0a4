import * as v from 'valibot';
import { parseVerifierKey, type NoteKey } from '../../tlog/note-key.ts';

/** Whose cosignatures count, and how many of them it takes. */
export const witnessPolicy = v.pipe(
  v.strictObject({
    at_least: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** `name+hash+key`, of type 4 (C2SP tlog-cosignature). */
    keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1024))), v.minLength(1), v.maxLength(64)),
  }),
  v.check(({ keys }) => keys.every((key) => parseWitnessKey(key) !== null), 'keys of witnesses: name+hash+key, of type 4'),
  v.check(
    ({ keys }) => new Set(keys.map((key) => parseWitnessKey(key)?.publicKey.keyId)).size === keys.length,
    'each key once: one witness must not count twice',
  ),
  v.check(({ at_least: least, keys }) => least <= keys.length, '"at_least" no more than there are keys'),
);

export type WitnessPolicy = Readonly<v.InferOutput<typeof witnessPolicy>>;

/** The keys of witnesses that a trust file names. */
export function witnessKeysOf({ witnesses }: { readonly witnesses?: WitnessPolicy }): readonly NoteKey[] {
  return witnesses?.keys.flatMap((text) => parseWitnessKey(text) ?? []) ?? [];
}

/** Null for anything but a key of cosignatures. */
export function parseWitnessKey(text: string): NoteKey | null {
  const key = parseVerifierKey(text);
  return key?.algorithm === 'cosignature' ? key : null;
}
