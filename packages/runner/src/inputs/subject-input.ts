import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import { inputFailure } from './input-failure.ts';
import type { ReadInput } from './read-input.ts';
import { requiredInput } from './required-input.ts';

/** Bytes that somebody can name again: a name for people, a digest for everything else. */
export interface Subject {
  readonly name: string;
  readonly digest: Sha256;
}

const LONGEST_NAME = 255; // what registries take (distribution spec, names)

/** @throws ConfigurationError `input/required`, `input/not-a-subject`: a tag may name something else by the time it is read */
export function subjectInput(read: ReadInput, name: string): Subject {
  const value = requiredInput(read, name);
  const at = value.indexOf('@');
  const [subject, digest] = [value.slice(0, Math.max(at, 0)), value.slice(at + 1)];
  if (/^[!-~]+$/.test(subject) && subject.length <= LONGEST_NAME && isSha256(digest)) return { name: subject, digest };
  throw inputFailure('input/not-a-subject', name, 'name@sha256: and 64 lower-case hex digits', value);
}
