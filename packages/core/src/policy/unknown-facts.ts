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
    .flatMap(reasonsOf);
}

/** Where files are named, each of them is what somebody can mend. */
function reasonsOf({ fact, why, files }: UnreadFact): Reason[] {
  if (files.length === 0) return [HOST_REASONS.unknown(fact, why)];
  return files.map((file) => HOST_REASONS.unreadableFile(fact, why, file));
}

/** One lies on the way to the other, where `*` stands for any element. */
function meets(read: string, fact: string): boolean {
  const steps = fact.split('/');
  return read.split('/').every((step, index) => index >= steps.length || step === '*' || step === steps[index]);
}
