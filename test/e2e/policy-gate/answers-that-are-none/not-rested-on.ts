import type { Way } from './what-is-read.ts';

interface Unneeded {
  /** As `questionOf` names it. */
  readonly question: string;
  readonly way: RegExp;
  readonly why: string;
}

const PULL_REQUEST = 'data/repository/pullRequest';

/** What the gate looks at, and the sound change would pass without: no answer to it can be a wrong one. */
const UNNEEDED: readonly Unneeded[] = [
  { question: '/repos/{owner}/{repo}/actions/runs/{run_id}', way: /./, why: 'only an organisation asks who called its gate' },
  { question: '/repos/{owner}/{repo}/rules/branches/{branch}', way: /./, why: 'the default branch speaks for itself' },
  {
    question: '/repos/{owner}/{repo}/code-scanning/analyses',
    way: /^0/,
    why: 'the scans came as artifacts; analyses may add findings',
  },
  { question: '/repos/{owner}/{repo}/activity', way: /actor\/type$/, why: 'who pushed is a member by another answer' },
  { question: '/graphql Reread', way: /^data\/rateLimit/, why: 'counts what is left of the hour' },
  { question: '/graphql Change', way: /^data\/rateLimit/, why: 'the same' },
  { question: '/graphql Change', way: /committer\/name$|endCursor$/, why: 'told apart by address; no page follows' },
  {
    question: '/graphql Change',
    way: new RegExp(`^${PULL_REQUEST}/(title|body|closingIssuesReferences)`),
    why: 'no ticket is asked for',
  },
  { question: '/graphql Change', way: new RegExp(`^${PULL_REQUEST}/(labels|reviewThreads)`), why: 'no thread is asked for' },
  {
    question: '/graphql Change',
    way: new RegExp(`^${PULL_REQUEST}/isMergeQueueEnabled`),
    why: 'only what is incomplete waits for it',
  },
  {
    question: '/graphql Change',
    way: new RegExp(`^${PULL_REQUEST}/potentialMergeCommit`),
    why: 'analyses of it may add findings',
  },
  {
    question: '/graphql Change',
    way: /workflows\/object\/entries\/0/,
    why: 'a workflow that produces nothing that is asked for',
  },
  { question: '/graphql Change', way: /refUpdateRule/, why: 'the same' },
];

export const isNeeded = (question: string, way: Way): boolean =>
  !UNNEEDED.some((each) => each.question === question && each.way.test(way.join('/')));
