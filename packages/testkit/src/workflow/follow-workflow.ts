import { holds, interpolate, type Contexts, type Standing } from './expression.ts';
import { readWorkflowFile, type Permissions, type WorkflowFile, type WorkflowJob, type WorkflowStep } from './workflow-file.ts';

/** A step with everything in it resolved, as the runner hands it to whatever carries it out. */
export interface ResolvedStep {
  /** Of a called workflow: `<caller's job> / <called job>`. */
  readonly job: string;
  /** What the job's token may do: no more than each caller on the way granted. */
  readonly permissions: Permissions;
  readonly name: string;
  /** Null for a script. */
  readonly uses: string | null;
  readonly run: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface StepEnd {
  readonly conclusion: Standing;
  /** All that the step may set, also those that it left empty: a name that is not here is a mistake of the workflow. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface FollowOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** What expressions may ask of `github` and `job`; what is left out nobody knows. */
  readonly contexts: Contexts;
  readonly perform: (step: ResolvedStep) => Promise<StepEnd>;
}

export type Result = Standing | 'skipped';

export interface FollowedWorkflow {
  /** How each job ended. */
  readonly jobs: Readonly<Record<string, Result>>;
  /** What was given to whom, in order; a step that was skipped is not among them. */
  readonly steps: readonly (ResolvedStep & StepEnd)[];
}

interface JobEnd {
  readonly result: Result;
  /** Null of one that was skipped. */
  readonly outputs: Readonly<Record<string, string>> | null;
}

interface Place {
  readonly inputs: Readonly<Record<string, string>>;
  /** Null: nobody called it, so each job has what it asks for. */
  readonly granted: Permissions | null;
  readonly prefix: string;
}

/** Runs one of our workflows and those that it calls: each job after those that it needs, and in each its steps in order. */
export async function followWorkflow(file: string, options: FollowOptions): Promise<FollowedWorkflow> {
  const jobs: Record<string, Result> = {};
  const steps: (ResolvedStep & StepEnd)[] = [];
  await runFile(file, { inputs: options.inputs ?? {}, granted: null, prefix: '' });
  return { jobs, steps };

  async function runFile(name: string, place: Place): Promise<Result> {
    const workflow = readWorkflowFile(name);
    const contexts = { ...options.contexts, inputs: inputsOf(workflow, place, name) };
    const ended = new Map<string, JobEnd>();
    for (const [id, job] of inOrder(workflow)) {
      const needs = Object.fromEntries(needsOf(job).map((other) => [other, ended.get(other)]));
      const standing = Object.values(needs).every((end) => end?.result === 'success') ? 'success' : 'failure';
      const end = holds(job.if, { ...contexts, needs }, standing)
        ? await runJob({ id: `${place.prefix}${id}`, job, granted: grantedTo(job, workflow, place) }, { ...contexts, needs })
        : { result: 'skipped' as const, outputs: null };
      ended.set(id, end);
      if (job.uses === undefined) jobs[`${place.prefix}${id}`] = end.result;
    }
    return [...ended.values()].some(({ result }) => result === 'failure') ? 'failure' : 'success';
  }

  async function runJob({ id, job, granted }: { id: string; job: WorkflowJob; granted: Permissions }, contexts: Contexts) {
    if (job.uses !== undefined) {
      const called = { inputs: textsIn(job.with, contexts), granted, prefix: `${id} / ` };
      return { result: await runFile(fileCalled(job.uses), called), outputs: {} };
    }
    const about: Record<string, { readonly outcome: Result; readonly outputs: StepEnd['outputs'] | null }> = {};
    let standing: Standing = 'success';
    for (const step of job.steps ?? []) {
      const known = { ...contexts, steps: about };
      const end = holds(step.if, known, standing) ? await runStep(resolved({ id, granted, step }, known)) : SKIPPED;
      if (end.conclusion === 'failure') standing = 'failure';
      if (step.id !== undefined) about[step.id] = { outcome: end.conclusion, outputs: end.outputs };
    }
    return { result: standing, outputs: textsIn(job.outputs, { ...contexts, steps: about }) };
  }

  async function runStep(step: ResolvedStep): Promise<StepEnd> {
    const end = await options.perform(step);
    steps.push({ ...step, ...end });
    return end;
  }
}

const SKIPPED = { conclusion: 'skipped', outputs: null } as const;

const needsOf = ({ needs = [] }: WorkflowJob): readonly string[] => (typeof needs === 'string' ? [needs] : needs);

function inOrder({ jobs }: WorkflowFile): [string, WorkflowJob][] {
  const [left, ordered] = [new Map(Object.entries(jobs)), [] as [string, WorkflowJob][]];
  while (left.size > 0) {
    const ready = [...left].filter(([, job]) => needsOf(job).every((other) => !left.has(other)));
    if (ready.length === 0) throw new Error(`these jobs wait for each other: ${[...left.keys()].join(', ')}`);
    ordered.push(...ready);
    for (const [id] of ready) left.delete(id);
  }
  return ordered;
}

function inputsOf({ on }: WorkflowFile, { inputs: given }: Place, file: string): Readonly<Record<string, string>> {
  const declared = on.workflow_call?.inputs ?? {};
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  const missing = Object.keys(declared).filter((name) => declared[name]?.required === true && !Object.hasOwn(given, name));
  if (unexpected.length + missing.length > 0)
    throw new Error(`${file}: no input ${unexpected.join(', ')}, and none given for ${missing.join(', ')}`);
  return Object.fromEntries(Object.keys(declared).map((name) => [name, given[name] ?? String(declared[name]?.default ?? '')]));
}

/** A called workflow never gets more than its caller: what it asks for besides would end the run on GitHub. */
function grantedTo(job: WorkflowJob, { permissions }: WorkflowFile, { granted, prefix }: Place): Permissions {
  const asked = job.permissions ?? permissions;
  const beyond = Object.keys(asked).filter(
    (scope) => granted !== null && granted[scope] !== asked[scope] && granted[scope] !== 'write',
  );
  if (beyond.length > 0) throw new Error(`${prefix}: its caller does not grant ${beyond.join(', ')}`);
  return asked;
}

/** Beside the caller, or by the commit that a release named: here both are this repository as it stands. */
function fileCalled(uses: string): string {
  const file = /^(?:\.\/|proofrail\/proofrail\/)(\.github\/workflows\/[\w-]+\.yml)(?:@[0-9a-f]{40})?$/.exec(uses)?.[1];
  if (file === undefined) throw new Error(`the harness does not know the workflow ${uses}`);
  return file;
}

const textsIn = (given: Readonly<Record<string, unknown>> = {}, contexts: Contexts): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, interpolate(String(value), contexts)]));

function resolved(
  { id, granted, step }: { readonly id: string; readonly granted: Permissions; readonly step: WorkflowStep },
  contexts: Contexts,
): ResolvedStep {
  const { uses = null, run = null, name } = step;
  return {
    ...{ job: id, permissions: granted, uses, run },
    name: name ?? step.id ?? uses ?? '',
    with: textsIn(step.with, contexts),
    env: textsIn(step.env, contexts),
  };
}
