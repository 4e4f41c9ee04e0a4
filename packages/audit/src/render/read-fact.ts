import type { Fact } from '@proofrail/core/context';
import { html, type Part } from '../html/html.ts';

/** What was read, or in words that it was not: an empty place would look like a zero. */
export const readFact = <T>(fact: Fact<T>, shown: (value: T) => Part): Part =>
  fact.known ? shown(fact.value) : html`<span class="absent">not known: ${WHY[fact.why]}</span>`;

const WHY = {
  absent: 'there was nothing to read',
  forbidden: 'the token was not allowed to read it',
  truncated: 'the platform did not give all of it',
  moved: 'it changed while it was read',
  producer: 'it is not known who made it',
  pending: 'it had not come yet',
  stale: 'it was about something older',
  unusable: 'what was read could not be used',
} as const;
