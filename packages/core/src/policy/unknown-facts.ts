import { unknownOf, type InputDocument, type NamedFact } from '../context/index.ts';
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
    .flatMap(([pointer, fact]) => (fact.known ? [] : [HOST_REASONS.unknown(pointer, fact.why, fact.of)]));
}

function factsOf(input: InputDocument): [pointer: string, fact: NamedFact<unknown>][] {
  const { change, contributors, reviews, checks, scans, images } = input;
  const results = scans.known
    ? scans.value.items.map(({ result, scanner }, index) => {
        const named = result.known ? result : unknownOf(result.why, [scanner]);
        return [`/scans/value/items/${index}/result`, named] as const;
      })
    : [];
  return [
    ['/change/last_push', change.last_push],
    ['/change/touches', change.touches],
    ['/contributors', contributors],
    [REVIEWS, reviews],
    ['/checks', checks],
    ['/scans', scans],
    ...results.map(([pointer, result]): [string, NamedFact<unknown>] => [pointer, result]),
    ['/images', images],
  ];
}

/** One lies on the way to the other, where `*` stands for any element. */
function meets(read: string, fact: string): boolean {
  const steps = fact.split('/');
  return read.split('/').every((step, index) => index >= steps.length || step === '*' || step === steps[index]);
}
