export { commitInput } from './commit-input.ts';
export { HARMLESS_NAME, isHarmlessName } from './harmless-name.ts';
export { inputFailure } from './input-failure.ts';
export { inputLines } from './input-lines.ts';
export { oneOf } from './one-of.ts';
export type { ReadInput } from './read-input.ts';
export { requiredInput } from './required-input.ts';
export { subjectInput, type Subject } from './subject-input.ts';
export { wholeNumberInput } from './whole-number-input.ts';
