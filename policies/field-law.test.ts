import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@proofrail/core/canonical';
import { readFileSync } from 'node:fs';
import { inRequiredRun } from '../test/required-run.ts';
import { meets } from './build/meets.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { askBareModule, bareModuleAllows } from './testing/bare-module.ts';
import { POLICY } from './testing/decided.ts';
import { DENIED_INPUTS } from './testing/denied-inputs.ts';
import { mutations, placeOf, type Mutation } from './testing/mutations.ts';

// Generated from the published schema less what the rules' annotations say they read.
const UNREAD = JSON.parse(readFileSync(new URL('./testing/unread-pointers.json', import.meta.url), 'utf8')) as readonly string[];

// Each input has some 4,000 alterations. Somebody who runs this file alone takes a sample, with another start for each input.
const STEP = inRequiredRun(1, 7);
const DENIED_STEP = inRequiredRun(1, 43);

const sampled = (step: number, start: number) => (_: unknown, index: number) => index % step === start % step;

const GUARDS = ['exceptions.validity', 'integrity.evidence'];

const isUnread = (mutation: Mutation) => UNREAD.some((place) => `/${placeOf(mutation).join('/')}/`.startsWith(`${place}/`));
const nameOf = ({ steps, what }: Mutation) => `/${steps.join('/')} ${what}`;

describe.each(Object.entries(ALLOWED_INPUTS).map(([name, input], start) => ({ name, input, start })))(
  'on the bare module, the allowed $name',
  ({ input, start }) => {
    it('is allowed as it stands', () => {
      expect(askBareModule(input as JsonValue).filter(({ status }) => status === 'fail')).toEqual([]);
    });

    it('is no longer allowed when anything that a rule reads is missing, null, empty or of another type', () => {
      const tried = [...mutations(input as JsonValue)].filter((mutation) => !isUnread(mutation)).filter(sampled(STEP, start));
      expect(tried.filter(({ document }) => bareModuleAllows(document)).map(nameOf)).toEqual([]);
      expect(tried.length).toBeGreaterThan(2_000 / STEP);
    });
  },
);

// A registry may switch on one rule alone; what guards the others is always on.
describe.each(POLICY.manifest.rules.filter(({ id }) => !GUARDS.includes(id)))('alone with the guards, $id', ({ id, inputs }) => {
  it('does not pass when anything that it says it reads is missing, null, empty or of another type', () => {
    const tried = Object.values(ALLOWED_INPUTS)
      .flatMap((input) => [...mutations(input as JsonValue)])
      .filter((mutation) => inputs.some((pointer) => meets(pointer.split('/').slice(1), placeOf(mutation))))
      .filter(sampled(STEP, 0));
    const passing = tried.filter(({ document }) => {
      const statuses = new Map(askBareModule(document).map((answer) => [answer.id, answer.status]));
      return [id, ...GUARDS].every((each) => statuses.get(each) === 'pass');
    });
    expect(passing.map(nameOf)).toEqual([]);
    expect(tried.length).toBeGreaterThan(100 / STEP);
  });
});

describe.each(Object.entries(DENIED_INPUTS).map(([name, denied], start) => ({ name, start, ...denied })))(
  'on the bare module, the denied change: $name',
  ({ rule, input, start }) => {
    it(`fails ${rule}`, () => {
      expect(askBareModule(input as JsonValue).find(({ id }) => id === rule)?.status).toBe('fail');
    });

    it('is not let through by leaving out, emptying or bending anything', () => {
      const tried = [...mutations(input as JsonValue)].filter(sampled(DENIED_STEP, start));
      expect(tried.filter(({ document }) => bareModuleAllows(document)).map(nameOf)).toEqual([]);
    });
  },
);
