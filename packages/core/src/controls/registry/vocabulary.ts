import * as v from 'valibot';
import { isBranchGlob } from './branch-pattern.ts';

// The vocabulary of the files in `.proofrail/`.

/** Role names enter records as they are, so they are plain words and never a person's name or address. */
export const roleName = v.pipe(
  v.string(),
  v.maxLength(63),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a role name: lower-case words joined by hyphens'),
);
export const toolName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9 ._+()-]{0,98}$/, 'the name of a tool'));
export const branchName = v.pipe(
  v.string(),
  v.check((name) => isBranchGlob(name) && !name.includes('*'), 'a branch name without a star'),
);
export const branchGlob = v.pipe(v.string(), v.check(isBranchGlob, 'a branch name in which * stands for one or more characters'));
const wholeNumber = v.pipe(v.number(), v.safeInteger());
export const minimumApprovals = v.pipe(wholeNumber, v.minValue(1, 'at least 1'), v.maxValue(20, 'at most 20'));
export const retentionYears = v.pipe(wholeNumber, v.minValue(1, 'at least 1 year'), v.maxValue(100, 'at most 100 years'));
export const maxAgeDays = v.pipe(wholeNumber, v.minValue(1, 'at least 1 day'), v.maxValue(366, 'at most 366 days'));
/** `false` would drive nothing: whoever does not want it leaves the key out. */
export const onlyTrue = v.literal(true, 'true (leave the key out where it is not wanted)');

export const listOfDistinct = <T extends v.GenericSchema<string>>(item: T) =>
  v.pipe(
    v.array(item),
    v.minLength(1, 'at least one'),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = dataset.typed ? dataset.value : [];
      const seen = new Set<string>();
      const key = input.findIndex((value) => seen.size === seen.add(value).size);
      if (key !== -1)
        addIssue({
          message: 'each only once',
          input: input[key],
          path: [{ type: 'array', origin: 'value', input, key, value: input[key] }],
        });
    }),
  );

/** A mapping with something in it. The schema library takes a list for an object with the keys 0, 1, 2: here it is none. */
export const mapOf = <K extends v.GenericSchema<string>, T extends v.GenericSchema>(key: K, value: T) =>
  v.lazy((input) =>
    Array.isArray(input) ? v.never('a mapping, not a list') : v.pipe(v.record(key, value), v.minEntries(1, 'at least one entry')),
  );
