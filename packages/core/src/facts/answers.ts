import type { Sha256 } from '../canonical/digest.ts';
import { MOST_ANSWERS, type AnswerList } from './answer-list.ts';
import { answersDocument, type HeardAnswer } from './answers-document.ts';

/** What the platform answered: the list of it, and the bytes if they are at hand. */
export interface Answers extends Pick<AnswerList, 'items' | 'total'> {
  /** Put together when it is asked for, and once: most gates keep none. */
  document(): Uint8Array | null;
}

/** Facts that somebody handed over rest on no answer. */
export const NO_ANSWERS: Answers = { items: [], total: 0, document: () => null };

export function answersHeard(heard: readonly HeardAnswer[]): Answers {
  const items = heard.slice(-MOST_ANSWERS).map(({ asked, bytes, sha256, status }) => ({ asked, bytes, sha256, status }));
  let made: Uint8Array | null | undefined;
  return { items, total: heard.length, document: () => (made ??= answersDocument(heard)) };
}

/** Those that another job heard. `files`: what it handed on, among them their document, unless there was too much in it. */
export const answersHandedOn = ({ items, total, document }: AnswerList, files: ReadonlyMap<Sha256, Uint8Array>): Answers => ({
  items,
  total,
  document: () => (document === null ? null : (files.get(document) ?? null)),
});
