import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { lookByGraphql } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { seen, unseen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

export const REPORTED_CHECKS_DOCUMENT = /* GraphQL */ `
  query ReportedChecks($owner: String!, $repo: String!, $branch: String!) {
    repository(owner: $owner, name: $repo) {
      pullRequests(last: 10, baseRefName: $branch, states: [OPEN, MERGED]) {
        nodes {
          commits(last: 1) {
            nodes {
              commit {
                statusCheckRollup {
                  contexts(first: 100) {
                    pageInfo {
                      hasNextPage
                    }
                    nodes {
                      ... on CheckRun {
                        name
                        checkSuite {
                          app {
                            databaseId
                          }
                        }
                      }
                      ... on StatusContext {
                        context
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export interface ReportedChecks {
  /** How many pull requests were looked at. Zero says nothing about anything. */
  readonly pullRequests: number;
  readonly checks: readonly ReportedCheck[];
}

export interface ReportedCheck {
  readonly name: string;
  /** Null for a commit status: anybody who may write can set one (row 35). */
  readonly app: number | null;
}

const APP = v.nullish(v.looseObject({ app: v.nullish(v.looseObject({ databaseId: v.nullish(v.number(), null) }), null) }), null);
const CONTEXT = v.looseObject({ name: v.optional(v.string()), context: v.optional(v.string()), checkSuite: APP });
const CONTEXTS = v.looseObject({
  pageInfo: v.looseObject({ hasNextPage: v.boolean() }),
  nodes: v.array(CONTEXT),
});
const COMMIT = v.looseObject({ statusCheckRollup: v.nullable(v.looseObject({ contexts: CONTEXTS })) });
const PULL_REQUEST = v.looseObject({ commits: v.looseObject({ nodes: v.array(v.looseObject({ commit: COMMIT })) }) });
const SHAPE = v.looseObject({ repository: v.looseObject({ pullRequests: v.looseObject({ nodes: v.array(PULL_REQUEST) }) }) });

/** What reported on the heads of the ten newest pull requests against the default branch. */
export async function readReportedChecks(api: GitHubApi, { owner, repo, branch }: Repository): Promise<Sight<ReportedChecks>> {
  const variables = { owner, repo, branch };
  const sight = await lookByGraphql(api, REPORTED_CHECKS_DOCUMENT, variables, { shape: SHAPE, needs: NEEDS.reported });
  if (!sight.seen) return sight;
  const pullRequests = sight.value.repository.pullRequests.nodes;
  const pages = pullRequests.flatMap(({ commits }) =>
    commits.nodes.flatMap(({ commit }) => commit.statusCheckRollup?.contexts ?? []),
  );
  if (pages.some(({ pageInfo }) => pageInfo.hasNextPage)) return unseen('truncated', NEEDS.reported);
  const checks = pages.flatMap(({ nodes }) => nodes).flatMap(checkOf);
  return seen({ pullRequests: pullRequests.length, checks });
}

function checkOf({ name, context, checkSuite }: v.InferOutput<typeof CONTEXT>): ReportedCheck[] {
  const reported = name ?? context;
  return reported === undefined ? [] : [{ name: reported, app: checkSuite?.app?.databaseId ?? null }];
}
