import { expressionsIn, normalised } from './expressions.ts';
import type { JobInWorkflow, StepInJob } from './jobs-of.ts';
import type { Variables, Written } from './workflow.ts';

const NAMED = /(?<![\w.'-])(env|inputs)\.([\w-]+)/g;

/** Where a text stands: the variables around it, nearest first, and the calls that led there, outermost first. */
export interface Surroundings {
  readonly scopes: readonly Variables[];
  readonly calls: readonly JobInWorkflow[];
}

export const around = ({ workflow, job, step }: StepInJob, calls: readonly JobInWorkflow[] = []): Surroundings => ({
  scopes: [step.variables, job.variables, workflow.environment],
  calls,
});

/**
 * A text, and all that its expressions bring to it: the variables and the inputs of a call that they name are looked up, and so are those
 * that these name in turn. A detour does not help: `${{ env.TITLE }}` is the title.
 */
export function reachingTexts(text: string, surroundings: Surroundings): string[] {
  const named = expressionsIn(text).flatMap((expression) => [...normalised(expression).matchAll(NAMED)]);
  const places = new Map(named.map(([place, kind, name = '']) => [place, { kind, name }]));
  const found = [...places.values()].flatMap(({ kind, name }) =>
    kind === 'env' ? textsOfVariable(name, surroundings) : textsOfInput(name, surroundings),
  );
  return [text, ...found];
}

/** A variable names those of the scopes around its own, never those beside it. */
export function textsOfVariable(name: string, { scopes, calls }: Surroundings): string[] {
  const nearest = scopes.findIndex((scope) => valueIn(scope, name) !== undefined);
  const [scope, ...outer] = scopes.slice(nearest < 0 ? scopes.length : nearest);
  const value = scope === undefined ? undefined : valueIn(scope, name);
  return value === undefined ? [] : reachingTexts(value.value, { scopes: outer, calls });
}

/** GitHub hands no variable of the caller to what it calls, so that inputs name only its own inputs. */
function textsOfInput(name: string, { calls }: Surroundings): string[] {
  const caller = calls.at(-1)?.job.work;
  const value = caller?.kind === 'call' ? valueIn(caller.inputs, name) : undefined;
  return value === undefined ? [] : reachingTexts(value.value, { scopes: [], calls: calls.slice(0, -1) });
}

const valueIn = (scope: Variables, name: string): Written<string> | undefined =>
  [...scope].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
