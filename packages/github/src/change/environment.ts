import { known, unknown, type EnvironmentFacts, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { compareText, NOBODY, restActor } from './account.ts';
import { confirmEnvironment } from './confirm-environment.ts';
import { isSameEnvironment } from './is-same-environment.ts';
import type { OwnRun } from './own-run.ts';
import { numericId, time } from './wire.ts';

type Account = FactsDocument['accounts'][number];

const rule = v.object({
  type: v.string(),
  wait_timer: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  prevent_self_review: v.optional(v.boolean()),
  reviewers: v.optional(v.array(v.unknown())),
});
const environmentBody = v.object({
  name: v.string(),
  can_admins_bypass: v.optional(v.boolean()),
  protection_rules: v.optional(v.array(rule), []),
  deployment_branch_policy: v.nullish(v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }), null),
});
const approvalsBody = v.array(
  v.object({
    state: v.picklist(['approved', 'rejected', 'pending']),
    user: restActor,
    environments: v.array(v.object({ name: v.string() })),
  }),
);
const jobsBody = v.object({
  total_count: v.number(),
  jobs: v.array(v.object({ id: numericId, status: v.string(), created_at: time, started_at: v.nullish(time, null) })),
});

export interface NamedEnvironment {
  readonly name: string;
  /** `event`: a deployment to it set the run off. `input`: a step says that its job has it, which is only a claim. */
  readonly by: 'event' | 'input';
}

export interface EnvironmentQuestion {
  readonly owner: string;
  readonly name: string;
  readonly environment: NamedEnvironment;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly ownRun: Fact<OwnRun>;
}

/** What the gate said before is not the environment's to know. */
type Guards = Omit<EnvironmentFacts, 'decision'>;

export interface Environment {
  readonly facts: Guards;
  readonly accounts: readonly Account[];
}

/**
 * What guards an environment and who let the run into it.
 *
 * @throws ConfigurationError `environment/not-of-this-job`
 */
export async function readEnvironment(asker: Asker, question: EnvironmentQuestion): Promise<Environment> {
  const { owner, name, run, ownRun } = question;
  const environment = question.environment.name;
  const where = { owner, repo: name, run_id: Number(run.id) };
  const jobs = await asker.rest(ENDPOINTS.jobs, { ...where, attempt_number: run.attempt, per_page: 100 }, jobsBody);
  if (question.environment.by === 'input') {
    const confirmed = await confirmEnvironment(asker, { owner, repo: name }, environment, runningIn(jobs));
    if (!confirmed.known) return { facts: allUnknown(environment, confirmed), accounts: [] };
  }
  const settings = await asker.rest(ENDPOINTS.environment, { owner, repo: name, environment_name: environment }, environmentBody);
  const approvals = await asker.rest(ENDPOINTS.approvals, where, approvalsBody);
  const ours = approvals.known
    ? approvals.value.filter(({ environments }) => environments.some(({ name: each }) => isSameEnvironment(each, environment)))
    : [];
  const { actor, triggeringActor } = ownRun.known ? ownRun.value : { actor: null, triggeringActor: null };
  return {
    facts: {
      name: environment,
      ...protectionOf(ofThatName(settings, environment)),
      approvals: approvals.known ? approvalsOf(ours, sinceFirstAttempt(intervalOf(jobs), question)) : approvals,
      deployer: ownRun.known ? idOf(actor) : ownRun,
      triggered_by: ownRun.known ? idOf(triggeringActor) : ownRun,
    },
    accounts: [...ours.map(({ user }) => user), ...[actor, triggeringActor].flatMap((each) => (each === null ? [] : [each]))],
  };
}

const idOf = (account: Account | null): Fact<string> =>
  account === null || account.id === NOBODY ? unknown('absent') : known(account.id);

type Settings = Fact<v.InferOutput<typeof environmentBody>>;

/** A name such as `..` leads elsewhere in the API, where nothing is said about an environment. */
const ofThatName = (settings: Settings, name: string): Settings =>
  !settings.known || isSameEnvironment(settings.value.name, name) ? settings : unknown('unusable');

function protectionOf(
  settings: Settings,
): Pick<EnvironmentFacts, 'required_reviewers' | 'prevent_self_review' | 'admins_bypass' | 'wait_minutes' | 'branches'> {
  if (!settings.known)
    return {
      required_reviewers: settings,
      prevent_self_review: settings,
      admins_bypass: settings,
      wait_minutes: settings,
      branches: settings,
    };
  const { protection_rules: rules, deployment_branch_policy: policy, can_admins_bypass: bypass } = settings.value;
  const reviewers = rules.filter(({ type }) => type === 'required_reviewers');
  return {
    required_reviewers: known(reviewers.reduce((sum, each) => sum + (each.reviewers?.length ?? 0), 0)),
    prevent_self_review: known(reviewers.some((each) => each.prevent_self_review === true)),
    // Not said is not no: administrators may pass by default (gate.md row 67).
    admins_bypass: bypass === undefined ? unknown('absent') : known(bypass),
    wait_minutes: known(Math.max(0, ...rules.map((each) => each.wait_timer ?? 0))),
    branches: known(policy === null ? 'all' : policy.protected_branches ? 'protected' : 'custom'),
  };
}

/** A claim that could not be looked into says nothing about this environment, not even what GitHub would tell of it. */
const allUnknown = (name: string, why: Fact<never>): Guards => ({
  ...{ name, required_reviewers: why, prevent_self_review: why, admins_bypass: why, wait_minutes: why, branches: why },
  ...{ approvals: why, deployer: why, triggered_by: why },
});

interface Interval {
  readonly not_before: string;
  readonly not_after: string;
}

function runningIn(jobs: Fact<v.InferOutput<typeof jobsBody>>): Fact<v.InferOutput<typeof jobsBody>['jobs']> {
  if (!jobs.known) return jobs;
  if (jobs.value.jobs.length !== jobs.value.total_count) return unknown('truncated');
  return known(jobs.value.jobs.filter(({ status }) => status === 'in_progress'));
}

/** GitHub gives no time of an approval: it lies between the making of the waiting job and its start; of several, the widest span. */
function intervalOf(jobs: Fact<v.InferOutput<typeof jobsBody>>): Fact<Interval> {
  const found = runningIn(jobs);
  if (!found.known) return found;
  const running = found.value;
  const made = running.map(({ created_at }) => created_at).sort(compareText)[0];
  const started = running
    .flatMap(({ started_at }) => started_at ?? [])
    .sort(compareText)
    .at(-1);
  return made === undefined || started === undefined ? unknown('absent') : known({ not_before: made, not_after: started });
}

/** An approval says of no attempt: what let an earlier one in stays in the list, and may be as old as the run. */
function sinceFirstAttempt(interval: Fact<Interval>, { run, ownRun }: EnvironmentQuestion): Fact<Interval> {
  if (!interval.known || run.attempt === 1) return interval;
  return ownRun.known ? known({ ...interval.value, not_before: ownRun.value.createdAt }) : ownRun;
}

function approvalsOf(approvals: v.InferOutput<typeof approvalsBody>, interval: Fact<Interval>): EnvironmentFacts['approvals'] {
  if (approvals.length === 0) return known({ items: [], total: 0 });
  if (!interval.known) return interval;
  // A list without it would say that somebody else let the run in, or nobody.
  if (approvals.some(({ user }) => user.id === NOBODY)) return unknown('absent');
  const items = approvals.flatMap(({ state, user }) =>
    state === 'pending' ? [] : [{ person: user.id, state, ...interval.value }],
  );
  return known({ items, total: items.length });
}
