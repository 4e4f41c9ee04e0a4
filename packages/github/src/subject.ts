import * as v from 'valibot';

// What a run is about, in ids alone: everything else about it is read live, because a payload is as old as its first attempt (I1).

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.transform(String));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const name = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,100}$/));
const commit = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/), v.regex(/[^0]/));
const branch = (prefix: string) =>
  v.pipe(
    v.string(),
    v.startsWith(prefix),
    v.transform((ref) => ref.slice(prefix.length)),
    v.minLength(1),
    v.maxLength(1024),
  );

/** Where a payload keeps the repository; the collector compares the id with what GitHub says of the name. */
const repository = v.pipe(
  v.object({ id, name, owner: v.object({ login: name }) }),
  v.transform((found) => ({ id: found.id, owner: found.owner.login, name: found.name })),
);

export const pullRequestSubject = v.pipe(
  v.object({ repository, pull_request: v.object({ number }) }),
  v.transform((payload) => ({
    kind: 'pull_request' as const,
    repository: payload.repository,
    number: payload.pull_request.number,
  })),
);

export const mergeGroupSubject = v.pipe(
  v.object({
    action: v.literal('checks_requested'),
    repository,
    merge_group: v.object({ head_sha: commit, head_ref: branch('refs/heads/'), base_ref: branch('refs/heads/') }),
  }),
  v.transform(({ repository: where, merge_group: group }) => ({
    kind: 'merge_group' as const,
    repository: where,
    head: group.head_sha,
    branch: group.base_ref,
    /** The branch that the queue made for this group: what ran on it is asked for by this name. */
    queueBranch: group.head_ref,
  })),
);

/** A push that deletes a branch, or moves a tag, leaves nothing to judge. */
export const pushSubject = v.pipe(
  v.object({ repository, ref: branch('refs/heads/'), after: commit, before: v.string() }),
  v.transform((payload) => ({
    kind: 'push' as const,
    repository: payload.repository,
    branch: payload.ref,
    head: payload.after,
    before: v.is(commit, payload.before) ? payload.before : null,
  })),
);

export const deploymentSubject = v.pipe(
  v.object({
    repository,
    deployment: v.object({ id, sha: commit, environment: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
  }),
  v.transform(({ repository: where, deployment }) => ({
    kind: 'deployment' as const,
    repository: where,
    head: deployment.sha,
    environment: deployment.environment,
  })),
);

/** Break-glass: a person starts the gate by hand and names the exception that was registered before. */
export const breakGlassSubject = v.pipe(
  v.object({
    repository,
    inputs: v.object({
      exception: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,100}$/)),
      pull_request: v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,9}$/), v.transform(Number)),
    }),
  }),
  v.transform(({ repository: where, inputs }) => ({
    kind: 'break_glass' as const,
    repository: where,
    number: inputs.pull_request,
    exception: inputs.exception,
  })),
);

export type PullRequestSubject = v.InferOutput<typeof pullRequestSubject>;
export type MergeGroupSubject = v.InferOutput<typeof mergeGroupSubject>;
export type PushSubject = v.InferOutput<typeof pushSubject>;
export type DeploymentSubject = v.InferOutput<typeof deploymentSubject>;
export type BreakGlassSubject = v.InferOutput<typeof breakGlassSubject>;

/** What there is to judge. */
export type JudgedSubject = PullRequestSubject | MergeGroupSubject | PushSubject | DeploymentSubject | BreakGlassSubject;

export interface UnsupportedSubject {
  readonly kind: 'unsupported';
  /** Untrusted: whoever shows it escapes it. */
  readonly event: string;
  readonly why: 'event' | 'payload';
}

export type Subject = JudgedSubject | UnsupportedSubject;
