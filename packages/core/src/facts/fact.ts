import * as v from 'valibot';
import { unreadableFile, type UnreadableFile } from './unreadable-file.ts';

/** Why a fact could not be read (decisions.md, Outcomes). */
export const UNKNOWN_REASONS = ['absent', 'forbidden', 'truncated', 'moved', 'producer', 'pending', 'stale', 'unusable'] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** Something that was read, or the reason why it was not. Unknown never passes a rule (design §11, line 2). */
export type Fact<T> = { known: true; value: T } | { known: false; why: UnknownReason; files?: UnreadableFile[] };

/** What was read, whole. */
export const known = <T>(value: T): Fact<T> => ({ known: true, value });
/** What could not be read, and why. */
export const unknown = (why: UnknownReason): Fact<never> => ({ known: false, why });

/** A fact that parts of the registry bring: where it could not be read, `of` says which, in the registry's own words. */
export type NamedFact<T> = { known: true; value: T } | { known: false; why: UnknownReason; of?: string[] };

/** The same, of these checks, scanners or artifacts. */
export const unknownOf = (why: UnknownReason, of: readonly string[]): NamedFact<never> => ({ known: false, why, of: [...of] });

/** The same three-valued shape as a schema, so that type, validator and published JSON Schema cannot drift apart. */
export const factOf = <T extends v.GenericSchema>(value: T) =>
  v.union([
    v.strictObject({ known: v.literal(true), value }),
    v.strictObject({ known: v.literal(false), why: v.picklist(UNKNOWN_REASONS) }),
  ]);

/** The same, for what is read from files of the change: it may name those that nobody could read. */
export const factInFiles = <T extends v.GenericSchema>(value: T) =>
  v.union([
    v.strictObject({ known: v.literal(true), value }),
    v.strictObject({
      known: v.literal(false),
      why: v.picklist(UNKNOWN_REASONS),
      files: v.exactOptional(v.array(unreadableFile)),
    }),
  ]);

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

/** The same, for what the registry names. */
export const namedFactOf = <T extends v.GenericSchema>(value: T) =>
  v.union([
    v.strictObject({ known: v.literal(true), value }),
    v.strictObject({ known: v.literal(false), why: v.picklist(UNKNOWN_REASONS), of: v.exactOptional(v.array(name)) }),
  ]);

/** A list says how many it should hold: a shorter one was truncated on the way (decisions.md, Rules). */
export const listOf = <T extends v.GenericSchema>(item: T) => v.strictObject({ items: v.array(item), total: count });

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
