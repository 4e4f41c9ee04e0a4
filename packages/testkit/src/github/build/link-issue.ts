import type { Issue } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Change } from './change.ts';

/** The pull request closes an issue, of its own repository or of another. */
export function linkIssue(change: Change, number: number, repository: Repository = change.repository): Issue {
  const issue: Issue = { number, repository: repository.id, title: `Issue ${number}`, state: 'OPEN', labels: [] };
  change.pullRequest.closes.push(issue);
  return issue;
}
