import { expressionsIn, normalised } from './expressions.ts';
import { stepsOf, type JobInWorkflow, type StepInJob } from './jobs-of.ts';
import type { Variables, Written } from './workflow.ts';

const NAMED = /(?<![\w.'-])(?:(env|inputs)\.([\w-]+)|(steps|needs)\.([\w-]+)\.outputs\.([\w-]+))/g;

/** Where a text stands: its job, the variables around it, nearest first, and the calls that led there, outermost first. */
export interface Surroundings {
  readonly at: JobInWorkflow;
  readonly scopes: readonly Variables[];
  readonly calls: readonly JobInWorkflow[];
}

/** What was followed already: outputs can name each other in a circle, or all of them all others. */
type Followed = Set<Written<string> | string>;

export const around = (step: StepInJob, calls: readonly JobInWorkflow[] = []): Surroundings => ({
  at: step,
  scopes: scopesOf(step),
  calls,
});

const scopesOf = ({ workflow, job, step }: StepInJob): Variables[] => [step.variables, job.variables, workflow.environment];

/**
 * A text, and all that its expressions bring to it: the variables, inputs of a call and outputs that they name are looked up, and so are
 * those that these name in turn. A detour does not help: `${{ env.TITLE }}` is the title.
 */
export const reachingTexts = (text: string, surroundings: Surroundings): string[] => follow(text, surroundings, new Set());

/** The same for what a script names by itself, `$NAME`. */
export const textsOfVariable = (name: string, surroundings: Surroundings): string[] =>
  followVariable(name, surroundings, new Set());

function follow(text: string, surroundings: Surroundings, followed: Followed): string[] {
  const named = expressionsIn(text).flatMap((expression) => [...normalised(expression).matchAll(NAMED)]);
  const places = new Map(named.map((match) => [match[0], match]));
  const found = [...places.values()].flatMap(([, kind, name = '', giver, id = '', output = '']) => {
    if (kind === 'env') return followVariable(name, surroundings, followed);
    if (kind === 'inputs') return followInput(name, surroundings, followed);
    const follows = giver === 'steps' ? followStep : followJob;
    return follows({ id, output }, surroundings, followed);
  });
  return [text, ...found];
}

function followValue(value: Written<string>, surroundings: Surroundings, followed: Followed): string[] {
  if (followed.has(value)) return [];
  followed.add(value);
  return follow(value.value, surroundings, followed);
}

/** A variable names those of the scopes around its own, never those beside it. */
function followVariable(name: string, surroundings: Surroundings, followed: Followed): string[] {
  const { scopes } = surroundings;
  const nearest = scopes.findIndex((scope) => valueIn(scope, name) !== undefined);
  const [scope, ...outer] = scopes.slice(nearest < 0 ? scopes.length : nearest);
  const value = scope === undefined ? undefined : valueIn(scope, name);
  return value === undefined ? [] : followValue(value, { ...surroundings, scopes: outer }, followed);
}

/** GitHub hands no variable of the caller to what it calls, so that inputs name only its own inputs and jobs. */
function followInput(name: string, { calls }: Surroundings, followed: Followed): string[] {
  const caller = calls.at(-1);
  const value = caller?.job.work.kind === 'call' ? valueIn(caller.job.work.inputs, name) : undefined;
  if (caller === undefined || value === undefined) return [];
  return followValue(value, { at: caller, scopes: [], calls: calls.slice(0, -1) }, followed);
}

interface Output {
  readonly id: string;
  readonly output: string;
}

function followJob({ id, output }: Output, { at: { workflow }, calls }: Surroundings, followed: Followed): string[] {
  const job = workflow.jobs.find((one) => one.id.toLowerCase() === id);
  const value = job === undefined ? undefined : valueIn(job.outputs, output);
  if (job === undefined || value === undefined) return [];
  const scopes = [job.variables, workflow.environment];
  return followValue(value, { at: { workflow, job }, scopes, calls }, followed);
}

/** The lines of a script that write the output, and the variables in them: `echo "sha=$HEAD" >> "$GITHUB_OUTPUT"`. */
function followStep({ id, output }: Output, { at, calls }: Surroundings, followed: Followed): string[] {
  const giver = stepsOf(at).find(({ step }) => step.id?.toLowerCase() === id);
  if (giver?.does.kind !== 'run') return [];
  const place = `${giver.workflow.file}:${giver.step.line} ${output}`;
  if (followed.has(place)) return [];
  followed.add(place);
  const surroundings = { at: giver, scopes: scopesOf(giver), calls };
  const writes = new RegExp(`(?<![\\w-])${output}=`, 'i'); // a name of NAMED: letters, digits and hyphens
  const lines = giver.does.script.value.split('\n').filter((line) => writes.test(line));
  return lines.flatMap((value) => [
    ...follow(value, surroundings, followed),
    ...shellVariablesIn(value).flatMap((name) => followVariable(name, surroundings, followed)),
  ]);
}

/** `$NAME`, `${NAME}`, `$env:NAME` and `%NAME%`. */
export const shellVariablesIn = (line: string): string[] =>
  [...line.matchAll(/\$\{?(?:env:)?(\w+)|%(\w+)%/g)].flatMap(([, unix, windows]) => unix ?? windows ?? []);

const valueIn = (scope: Variables, name: string): Written<string> | undefined =>
  [...scope].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
