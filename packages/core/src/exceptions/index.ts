export type { Exception } from './exception.ts';
export type { ExceptionContext } from './exception-context.ts';
export { exceptionState, type JudgedException } from './exception-state.ts';
export { EXCEPTION_PROBLEMS, type ExceptionProblem } from './find-problems.ts';
export { MERGES_BYPASS } from './merges-bypass.ts';
export { matches, type Excusable } from './matches.ts';
