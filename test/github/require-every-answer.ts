import { deepStrictEqual } from 'node:assert';
import { sha256 } from '@proofrail/core/canonical';
import type { Collected } from '@proofrail/github';
import { MOST_ANSWERS } from '../../packages/core/src/facts/answer-list.ts';
import type { Call } from '../../packages/testkit/src/github/server/call.ts';

/**
 * The law of answers, of whatever the fake was asked in a test: each body that it sent is in the list of a decision that rests on it, by
 * digest, and nothing else is. Where one run decides about several changes, each has what all of them rest on and its own.
 */
export function requireEveryAnswer(calls: readonly Call[], collected: readonly Collected[]): void {
  const sent = calls.flatMap(({ sent: body }) => (body === null ? [] : [sha256(body)]));
  const listed = collected.map(({ answers }) => answers.items.map((answer) => answer.sha256));
  if (collected.length === 1) {
    deepStrictEqual(collected[0]?.answers.total, sent.length);
    deepStrictEqual(listed.flat().sort(), sent.slice(-MOST_ANSWERS).sort());
  } else deepStrictEqual([...new Set(listed.flat())].sort(), [...new Set(sent)].sort());
}
