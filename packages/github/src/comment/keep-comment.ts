import { known, unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import { Asker } from '../asking/asker.ts';
import { limitOf } from '../asking/limit-of.ts';
import { PULL_REQUEST } from '../change/change-head.ts';
import { allNodes } from '../change/all-nodes.ts';
import { connection, numericId } from '../change/wire.ts';
import { COMMENTS_DOCUMENT } from '../documents/comments-document.ts';
import type { GitHubAnswer, GitHubApi } from '../github-api.ts';
import type { PullRequestSubject } from '../subject.ts';
import type { Waiting } from '../waiting.ts';

/** GitHub shows nothing of it. Others can write it too, so it finds only among comments of our own. */
export const COMMENT_MARKER = '<!-- proofrail:policy-gate -->';
/** What a body may hold, in characters (422 beyond); bytes are never fewer. */
export const MOST_BYTES_OF_A_COMMENT = 65_536;

export type KeptComment =
  { readonly kind: 'written' } | { readonly kind: 'not-written'; readonly found: string; readonly doThis: string };

const commentNode = v.object({
  id: v.string(),
  fullDatabaseId: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger(), v.minValue(1)),
  viewerDidAuthor: v.boolean(),
  body: v.string(),
});
const commentsPart = v.object({ comments: connection(commentNode) });
const repositoryPart = v.object({ databaseId: numericId });

type CommentNode = v.InferOutput<typeof commentNode>;
type Target = Pick<PullRequestSubject, 'repository' | 'number'>;

/**
 * One comment below a pull request, ours, written anew in place. Somebody else's is never touched, whatever stands in it; where the list
 * can't be read to its end none is written, or each run would leave another one. Never throws for what GitHub answers: UnavailableError
 * only where it does not.
 */
export async function keepComment(target: Target, markdown: string, api: GitHubApi, waiting: Waiting): Promise<KeptComment> {
  const body = `${COMMENT_MARKER}\n${markdown}`;
  const comments = await readComments(new Asker(api, waiting), target);
  if (!comments.known)
    return notWritten(
      `the comments there cannot be read (${comments.why})`,
      comments.why === 'forbidden' ? permit('read') : RUN_AGAIN,
    );
  const ours = comments.value.find((comment) => comment.viewerDidAuthor && comment.body.startsWith(COMMENT_MARKER));
  const { owner, name: repo } = target.repository;
  const answer =
    ours === undefined
      ? await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...{ owner, repo, issue_number: target.number, body },
        })
      : await api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          ...{ owner, repo, comment_id: ours.fullDatabaseId, body },
        });
  return resultOf(answer, waiting.now());
}

async function readComments(asker: Asker, { repository, number }: Target): Promise<Fact<readonly CommentNode[]>> {
  const page = async (after: string | null) => {
    const answer = await asker.graphql(COMMENTS_DOCUMENT, { owner: repository.owner, name: repository.name, number, after });
    const same = answer.part(['repository'], repositoryPart, 'metadata');
    // The name may by now be somebody else's.
    if (same.known && same.value.databaseId !== repository.id) return unknown('unusable');
    const part = answer.part(PULL_REQUEST, commentsPart, 'pull-requests');
    return part.known ? known(part.value.comments) : part;
  };
  return allNodes(await page(null), page);
}

function resultOf(answer: GitHubAnswer, now: number): KeptComment {
  if (answer.kind === 'unreachable') return notWritten(`GitHub did not answer (${answer.cause})`, RUN_AGAIN);
  const { status } = answer;
  if (status === 200 || status === 201) return { kind: 'written' };
  const limit = limitOf(answer, now);
  if (limit !== null) return notWritten(`GitHub holds the job back: ${limit.name}`, RUN_AGAIN);
  const found = `GitHub answered with status ${status}`;
  if (status === 403 || status === 404)
    return notWritten(found, `${permit('write')} Where it has that, the conversation may be locked.`);
  return notWritten(found, status >= 500 ? RUN_AGAIN : 'Leave the input "comment" out if this goes on.');
}

const RUN_AGAIN = 'The decision stands; the next run of the gate writes it.';
const permit = (access: 'read' | 'write'): string =>
  `Grant the job "permissions: {pull-requests: ${access}}", or leave the input "comment" out.`;

const notWritten = (found: string, doThis: string): KeptComment => ({ kind: 'not-written', found, doThis });
