import * as v from 'valibot';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { explainIssue } from '../documents/explain-issue.ts';
import { count, factOf, listOf, unknown } from '../facts/fact.ts';
import { commitId, platformId, text, timestamp } from '../facts/words.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import type { Landing, PullRequestSource } from './pull-request-source.ts';

/** Which pull requests the commits of a branch belong to, for where the platform cannot be asked: `proofrail.pull-requests/v1`. */
const pullRequestsDocument = v.strictObject({
  schema: v.literal('proofrail.pull-requests/v1'),
  read_at: timestamp,
  repository: v.strictObject({ id: platformId }),
  commits: v.array(
    v.strictObject({
      commit: commitId,
      pushed_by: v.nullable(platformId),
      /** Empty says that there is none; a commit that is not listed is unknown. */
      pull_requests: factOf(
        listOf(
          v.strictObject({
            number: count,
            merged: v.boolean(),
            head: commitId,
            base_branch: text(1024),
            merge_commit: v.nullable(commitId),
            author: v.nullable(platformId),
          }),
        ),
      ),
    }),
  ),
});

const DO_THIS = 'Write the document anew; docs/merges.md describes every member.';
const NOT_LISTED: Landing = { pullRequests: unknown('absent'), pushedBy: null };

/**
 * The documents as one source.
 *
 * @throws ConfigurationError `json/...`, `pull-requests/...` with a JSON pointer
 */
export function readPullRequests(documents: readonly { readonly bytes: Uint8Array; readonly file: string }[]): PullRequestSource {
  const landings = new Map<string, Landing>();
  let repository: string | null = null;
  for (const { bytes, file } of documents) {
    const document = checked(parseStrictJson(bytes, { at: file }), file);
    repository ??= document.repository.id;
    if (repository !== document.repository.id)
      throw contradiction(
        `the repository ${repository}, as the other files say`,
        document.repository.id,
        `${file}#/repository/id`,
      );
    document.commits.forEach(({ commit, pushed_by: pushedBy, pull_requests: listed }, index) => {
      if (landings.has(commit)) throw contradiction('each commit once', `${commit} again`, `${file}#/commits/${index}`);
      landings.set(commit, { pullRequests: wholeList(listed), pushedBy });
    });
  }
  if (repository === null) throw contradiction('at least one document', 'none', '--facts');
  return { repository, facts: 'given', landingOf: (commit) => Promise.resolve(landings.get(commit) ?? NOT_LISTED) };
}

type Listed = v.InferOutput<typeof pullRequestsDocument>['commits'][number]['pull_requests'];

/** A list that is shorter than it says was cut on the way (decisions.md, Rules). */
function wholeList(listed: Listed): Landing['pullRequests'] {
  if (!listed.known) return listed;
  const { items, total } = listed.value;
  return items.length === total ? { known: true, value: items } : unknown('truncated');
}

function checked(value: unknown, file: string): v.InferOutput<typeof pullRequestsDocument> {
  const parsed = v.safeParse(pullRequestsDocument, value);
  if (parsed.success) return parsed.output;
  const { expected, found, pointer } = explainIssue(parsed.issues[0]);
  throw new ConfigurationError('pull-requests/invalid', { expected, found, at: `${file}#${pointer}`, doThis: DO_THIS });
}

const contradiction = (expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError('pull-requests/contradiction', { expected, found, at, doThis: DO_THIS });
