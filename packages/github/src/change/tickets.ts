import type { Fact, FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import { compareText } from './account.ts';
import { connection, named } from './wire.ts';

const ticketNode = v.object({
  id: v.string(),
  number: v.pipe(v.number(), v.safeInteger()),
  repository: v.object({ nameWithOwner: named(200) }),
});
export type TicketNode = v.InferOutput<typeof ticketNode>;
export const ticketsPart = v.object({ closingIssuesReferences: connection(ticketNode) });

const LONGEST = 1024;
/** Of a title and a description that an outsider writes as long as he likes. */
const MOST_MATCHES = 100;

/** Issues that the change closes by GitHub's own reckoning, and what in its words matches the registry's pattern. */
export function ticketsOf(
  closing: Fact<readonly TicketNode[]>,
  words: Fact<{ readonly title: string; readonly body: string }>,
  pattern: RegExp | null,
): FactsDocument['tickets'] {
  if (!closing.known) return closing;
  if (pattern !== null && !words.known) return words;
  const written = words.known ? [words.value.title, words.value.body] : [];
  const issues = closing.value.map(({ number, repository }) => `${repository.nameWithOwner}#${number}`);
  const global = pattern === null ? null : new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  const matches =
    global === null ? [] : written.flatMap((text) => text.match(global) ?? []).filter((match) => match.length <= LONGEST);
  const references = [...new Set([...issues, ...matches.filter((match) => match !== '').slice(0, MOST_MATCHES)])].sort(
    compareText,
  );
  return { known: true, value: { items: references.map((reference) => ({ reference })), total: references.length } };
}
