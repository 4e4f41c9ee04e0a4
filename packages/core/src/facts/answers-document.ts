import type { Answer } from './answer-list.ts';

/** One answer while its bytes are in hand. */
export interface HeardAnswer extends Answer {
  /** What the route or the document was filled in with. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** As it came; null: too much had come before it. */
  readonly body: Uint8Array | null;
}

const SCHEMA = 'proofrail.answers/v1';

/**
 * All answers in one: a line of JSON that says what was asked and how long each is, and behind it the bodies as they came, so that nothing
 * of them is written anew. Null where there are none, or not all of them are in hand.
 */
export function answersDocument(heard: readonly HeardAnswer[]): Uint8Array | null {
  const bodies = heard.flatMap(({ body }) => (body === null ? [] : [body]));
  if (heard.length === 0 || bodies.length < heard.length) return null;
  const answers = heard.map(({ asked, bytes, parameters, sha256, status }) => ({ asked, bytes, parameters, sha256, status }));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ answers, schema: SCHEMA })}\n`), ...bodies]);
}
