import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@proofrail/core/canonical';
import { inRequiredRun } from '../test/required-run.ts';
import { meets } from './build/meets.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { askBareModule } from './testing/bare-module.ts';
import { POLICY } from './testing/decided.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';
import { mutations, placeOf } from './testing/mutations.ts';

// A failed rule whose inputs are all known may be waived, and one whose inputs are not is unknown, which nothing waives
// (packages/core/src/policy/judge-rule.ts). So a rule that reads more than it says could be excused where nobody knows.

// As of the field law: some 4,000 alterations of each input.
const STEP = inRequiredRun(1, 7);
const DENIED_STEP = inRequiredRun(11, 43);
/** Refused where it is malformed, with the finding that it belongs to, and otherwise of no account: null passes as well. */
const FOR_ITS_FORM_ALONE: Readonly<Record<string, readonly string[]>> = { 'scans.secrets': ['/findings/items/*/assigned'] };

const READ = POLICY.manifest.rules.map(({ id, inputs }) => ({
  id,
  places: [...inputs, ...(FOR_ITS_FORM_ALONE[id] ?? [])].map((pointer) => pointer.split('/').slice(1)),
}));

/** Rules that say nothing of this place. */
const indifferent = (place: readonly string[]): string[] =>
  READ.filter(({ places }) => !places.some((read) => meets(read, place))).map(({ id }) => id);

const answersTo = (document: JsonValue): ReadonlyMap<string, string> =>
  new Map(askBareModule(document).map(({ id, ...answer }) => [id, JSON.stringify(answer)]));

const ALLOWED = Object.entries(ALLOWED_INPUTS).map(([name, input]) => ({ name: `the allowed ${name}`, input, step: STEP }));
const DENIED = Object.entries(DENIED_INPUTS).map(([name, { input }]) => ({
  name: `the denied change: ${name}`,
  input,
  step: DENIED_STEP,
}));

describe.each([...ALLOWED, ...DENIED])('on $name', ({ input, step }) => {
  it('no rule answers otherwise for a place that it does not say it reads', () => {
    const before = answersTo(input as JsonValue);
    const moved = [...mutations(input as JsonValue)]
      .filter((_, index) => index % step === 0)
      .flatMap((mutation) => {
        const after = answersTo(mutation.document);
        const place = placeOf(mutation);
        return indifferent(place)
          .filter((id) => after.get(id) !== before.get(id))
          .map((id) => `${id} reads /${place.join('/')}`);
      });
    expect([...new Set(moved)].sort()).toEqual([]);
  });
});
