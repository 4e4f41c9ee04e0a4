import type { Fact, InputDocument } from '../context/index.ts';
import { HOST_REASONS } from './host-reasons.ts';
import type { Reason } from './rule-answer.ts';

const APPROVALS = '/approvals';
const REVIEWS = '/reviews';

/** Which of the facts that these inputs (JSON pointers) name, or are derived from, could not be read, as reasons; empty when all are known. */
export function unknownFacts(input: InputDocument, inputs: readonly string[]): Reason[] {
  // Approvals are derived from reviews: a list that is empty because nobody could read them must not read "nobody has approved".
  const read = inputs.some((pointer) => meets(APPROVALS, pointer)) ? [...inputs, REVIEWS] : inputs;
  return factsOf(input)
    .filter(([pointer]) => read.some((place) => meets(place, pointer)))
    .flatMap(([pointer, fact]) => (fact.known ? [] : reasonsOf(pointer, fact)));
}

/** Where files are named, each of them is what somebody can mend. */
function reasonsOf(pointer: string, { why, files = [] }: Fact<never> & { readonly known: false }): Reason[] {
  if (files.length === 0) return [HOST_REASONS.unknown(pointer, why)];
  return files.map((file) => HOST_REASONS.unreadableFile(pointer, why, file));
}

function factsOf(input: InputDocument): [pointer: string, fact: Fact<unknown>][] {
  const { change, contributors, reviews, checks, scans, images } = input;
  const results = scans.known
    ? scans.value.items.map(({ result }, index) => [`/scans/value/items/${index}/result`, result] as const)
    : [];
  return [
    ['/change/last_push', change.last_push],
    ['/change/touches', change.touches],
    ['/contributors', contributors],
    [REVIEWS, reviews],
    ['/checks', checks],
    ['/scans', scans],
    ...results.map(([pointer, result]): [string, Fact<unknown>] => [pointer, result]),
    ['/images', images],
  ];
}

/** One lies on the way to the other, where `*` stands for any element. */
function meets(read: string, fact: string): boolean {
  const steps = fact.split('/');
  return read.split('/').every((step, index) => index >= steps.length || step === '*' || step === steps[index]);
}
