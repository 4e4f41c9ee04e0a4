import { unreadFacts, type InputDocument, type UnreadFact } from '../context/index.ts';
import { HOST_REASONS } from './host-reasons.ts';
import type { Reason } from './rule-answer.ts';

const APPROVALS = '/approvals';
const REVIEWS = '/reviews';

/** Which of the facts that these inputs (JSON pointers) name, or are derived from, could not be read, as reasons; empty when all are known. */
export function unknownFacts(input: InputDocument, inputs: readonly string[]): Reason[] {
  // Approvals are derived from reviews: a list that is empty because nobody could read them must not read "nobody has approved".
  const read = inputs.some((pointer) => meets(APPROVALS, pointer)) ? [...inputs, REVIEWS] : inputs;
  return unreadFacts(input)
    .filter(({ fact }) => read.some((place) => meets(place, fact)))
    .flatMap((unread) => reasonsOf(unread, input));
}

/** Where files are named, each of them is what somebody can mend. */
function reasonsOf({ fact, why, of, files }: UnreadFact, input: InputDocument): Reason[] {
  if (files.length === 0) return [HOST_REASONS.unknown(fact, why, of.length === 0 ? scannerAt(fact, input) : of)];
  return files.map((file) => HOST_REASONS.unreadableFile(fact, why, file));
}

/** Whose report it was, where the fact is what a report says. */
function scannerAt(fact: string, { scans }: InputDocument): readonly string[] {
  const index = /^\/scans\/value\/items\/([0-9]+)\/result$/.exec(fact)?.[1];
  const scan = index === undefined || !scans.known ? undefined : scans.value.items[Number(index)];
  return scan === undefined ? [] : [scan.scanner];
}

/** One lies on the way to the other, where `*` stands for any element. */
function meets(read: string, fact: string): boolean {
  const steps = fact.split('/');
  return read.split('/').every((step, index) => index >= steps.length || step === '*' || step === steps[index]);
}
