import type { WorkflowFile } from '@proofrail/core/workflows';
import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { lookByGraphql } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { seen, unseen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

export const WORKFLOW_FILES_DOCUMENT = /* GraphQL */ `
  query WorkflowFiles($owner: String!, $repo: String!, $branch: String!) {
    repository(owner: $owner, name: $repo) {
      ref(qualifiedName: $branch) {
        target {
          ... on Commit {
            file(path: ".github/workflows") {
              object {
                ... on Tree {
                  entries {
                    name
                    type
                    object {
                      ... on Blob {
                        text
                        isTruncated
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

const BLOB = v.looseObject({ text: v.nullish(v.string(), null), isTruncated: v.optional(v.boolean(), true) });
const ENTRY = v.looseObject({ name: v.string(), type: v.string(), object: v.nullish(v.unknown(), null) });
const FOLDER = v.looseObject({ object: v.nullable(v.looseObject({ entries: v.nullable(v.array(ENTRY)) })) });
const SHAPE = v.looseObject({
  repository: v.looseObject({ ref: v.looseObject({ target: v.looseObject({ file: v.nullable(FOLDER) }) }) }),
});

/** The workflow files at the tip of the default branch, whole or not at all. */
export async function readWorkflowFiles(
  api: GitHubApi,
  { owner, repo, branch }: Repository,
): Promise<Sight<readonly WorkflowFile[]>> {
  const variables = { owner, repo, branch: `refs/heads/${branch}` };
  const sight = await lookByGraphql(api, WORKFLOW_FILES_DOCUMENT, variables, { shape: SHAPE, needs: NEEDS.contents });
  if (!sight.seen) return sight;
  const entries = sight.value.repository.ref.target.file?.object?.entries ?? [];
  const files = entries.filter(({ type, name }) => type === 'blob' && /\.ya?ml$/.test(name)).map(fileOf);
  return files.some((file) => file === null) ? unseen('truncated', NEEDS.contents) : seen(files.flatMap((file) => file ?? []));
}

function fileOf({ name, object }: v.InferOutput<typeof ENTRY>): WorkflowFile | null {
  const blob = v.safeParse(BLOB, object);
  if (!blob.success || blob.output.text === null || blob.output.isTruncated) return null;
  return { file: `.github/workflows/${name}`, text: blob.output.text };
}
