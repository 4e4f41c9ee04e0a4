import { reads } from '../permissions/scopes.ts';
import { pagedByCursor } from './paged-by-cursor.ts';
import { notFound, ok } from './rest-answer.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { fullRepositoryShape } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';
import { instant } from './instant.ts';

export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}',
    needs: [reads('metadata')],
    answer: ({ view, repository }) => ok(fullRepositoryShape(view, repository)),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/activity',
    needs: [reads('contents')],
    answer: (request) => {
      const ref = request.query.get('ref');
      const kind = request.query.get('activity_type');
      const ofRef = ref === null ? null : ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
      const wanted = request.repository.pushes.filter(
        (push) => (ofRef === null || push.ref === ofRef) && (kind === null || push.kind === kind),
      );
      const newestFirst = request.query.get('direction') === 'asc' ? wanted : wanted.reverse();
      return pagedByCursor(request, newestFirst, (push) => ({
        id: push.id,
        node_id: nodeId('Activity', push.id),
        before: push.before,
        after: push.after,
        ref: push.ref,
        timestamp: instant(push.at),
        activity_type: push.kind,
        actor: accountById(request.view, push.by),
      }));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/codeowners/errors',
    needs: [reads('contents')],
    answer: ({ repository }) => (repository.codeOwnersErrors === null ? notFound() : ok({ errors: repository.codeOwnersErrors })),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/actions/permissions/artifact-and-log-retention',
    needs: [reads('administration')],
    answer: ({ repository }) => ok({ days: repository.retentionDays, maximum_allowed_days: 400 }),
  },
];
