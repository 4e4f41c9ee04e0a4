import * as v from 'valibot';
import { isSha256, type Sha256 } from '../canonical/digest.ts';
import { count } from '../facts/fact.ts';
import type { Pseudonym } from './pseudonym.ts';

// The vocabulary of records. Every text has a grammar: what has none (titles, paths, messages) enters as a digest.

const pattern = <T extends string = string>(grammar: RegExp, words: string) =>
  v.custom<T>((value) => typeof value === 'string' && grammar.test(value), words);

export const digest = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');
/** Of the ledger's own log (C2SP tlog-checkpoint): its entries, and the root hash of RFC 6962 over them. */
export const checkpoint = v.strictObject({ size: count, root: digest });
export const textDigest = v.strictObject({ sha256: digest, length: count });
export const ulidText = pattern(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'a ULID');
export const person = pattern<Pseudonym>(/^person:[0-9a-f]{32}$/, 'a pseudonym');
/** Bots and services are no people: their platform ids and names stay readable (auditor.md 6.10). */
export const actor = pattern<Pseudonym | `bot:${string}` | `service:${string}`>(
  /^(person:[0-9a-f]{32}|bot:[0-9]{1,20}|service:[a-z][a-z0-9-]{0,40})$/,
  'a pseudonym, bot:<id> or service:<name>',
);
const word = pattern(/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/, 'a plain lower-case word');
/** As docs/errors.md lists them. */
export const errorCode = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}\/[a-z][a-z0-9-]{0,60}$/, 'an error code'));
export const shortWord = v.pipe(
  word,
  v.check((text) => text.length <= 100, 'at most 100 characters'),
);
export const isShortWord = (text: string): boolean => v.is(shortWord, text);
/** As `exceptions/` allows them: they may begin with a digit. */
export const exceptionId = pattern(/^[a-z0-9][a-z0-9-]{0,99}$/, 'the id of an exception');
export const toolName = pattern(/^[A-Za-z0-9][A-Za-z0-9 ._+()/-]{0,98}$/, 'the name of a tool');
export const version = pattern(/^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,63}$/, 'a version');
export const controlRef = pattern(/^[a-z0-9]+:[0-9]{4}\/[A-Z]{1,2}[0-9.]{1,8}$/, 'a control such as iso27001:2022/A.8.32');
export const controlId = pattern(/^[A-Z]{1,2}[0-9.]{1,8}$/, 'a control such as A.8.32');
export const personLabel = pattern(/^person-[1-9][0-9]{0,5}$/, 'a label such as person-1');
/** Where in the input document: our own member names and list positions. */
export const inputPointer = pattern(/^(\/[a-z_0-9]{1,20}){1,6}$/, 'a JSON pointer into the input document');
export const changeId = pattern(/^[0-9]{1,20}#[0-9]{1,12}$/, 'a change such as 42#7');
export const mediaType = pattern(/^[a-z]+\/[a-z0-9.+-]{1,80}$/, 'a media type');
export const blobKey = pattern(/^v1\/blobs\/[0-9]{1,20}(-pr)?\/[0-9a-f]{64}(~1)?$/, 'the key of a blob in the ledger');
/** The one kind of prose that a record may hold: our own operator's, short, and linted like everything else. */
export const reasonText = pattern(/^[\p{L}\p{N}][\p{L}\p{N} .,;:()'/#-]{0,499}$/u, 'a reason of at most 500 characters');
export const isReasonText = (text: string): boolean => v.is(reasonText, text);
