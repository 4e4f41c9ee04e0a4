import * as v from 'valibot';
import { commitId, epochSeconds, platformId, text } from '../facts/words.ts';

export const RUNNER_ENVIRONMENTS = ['github-hosted', 'self-hosted'] as const;

/**
 * What is read of an identity token; its other members (people's names among them) are left alone. Ids say who, names are for people.
 * Members: docs.github.com, OpenID Connect reference.
 */
export const platformClaims = v.pipe(
  v.object({
    iss: v.pipe(text(255), v.regex(/^https:\/\/[!-~]+$/, 'an https issuer')),
    sub: text(1024),
    aud: text(255),
    iat: epochSeconds,
    nbf: epochSeconds,
    exp: epochSeconds,
    repository_id: platformId,
    repository_owner_id: platformId,
    run_id: platformId,
    run_attempt: platformId,
    check_run_id: platformId,
    event_name: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{0,63}$/, 'the name of an event')),
    /** The file whose jobs ran: for a job of a reusable workflow that workflow, else the same as `workflow_ref` (gate.md 5.1). */
    job_workflow_ref: text(1024),
    job_workflow_sha: commitId,
    workflow_ref: text(1024),
    workflow_sha: commitId,
    ref: text(1024),
    sha: commitId,
    runner_environment: v.picklist(RUNNER_ENVIRONMENTS),
    environment: v.optional(text(255)),
  }),
  v.check(({ nbf, iat, exp }) => nbf <= iat && iat < exp, 'times in the order nbf, iat, exp'),
);

export type PlatformClaims = Readonly<v.InferOutput<typeof platformClaims>>;
