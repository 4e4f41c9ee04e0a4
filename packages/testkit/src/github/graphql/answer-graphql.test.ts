import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aBusyRepository, type BusyRepository } from '../../../test/github/a-busy-repository.ts';
import { query, queryPull, queryRepository } from '../../../test/github/fake-client.ts';
import {
  addRepository,
  close,
  enqueue,
  moveBranch,
  openPullRequest,
  push,
  retarget,
  review,
  runWorkflow,
  startFakeGitHub,
  type FakeGitHub,
} from '../index.ts';

let busy: BusyRepository;
let server: FakeGitHub;
beforeEach(async () => {
  busy = aBusyRepository();
  server = await startFakeGitHub(busy.scenario);
});
afterEach(() => server.close());

const pull = (fields: object) => ({ data: { repository: { pullRequest: fields } } });

describe('a document', () => {
  it('that does not fit the published schema is answered with errors and no data', async () => {
    expect(await queryPull(server, 'headRefId')).toEqual({
      errors: [expect.objectContaining({ message: expect.stringContaining('Cannot query field "headRefId"') })],
    });
  });

  it('that asks for a field which the fake has not is told its name, and so is the test', async () => {
    const answer = await queryPull(server, 'number milestone { title }');
    expect(answer).toMatchObject({
      data: { repository: { pullRequest: { number: 41, milestone: null } } },
      errors: [{ type: 'FAKE_UNMODELLED', path: ['repository', 'pullRequest', 'milestone'] }],
    });
    expect(server.unmodelled()).toEqual(['PullRequest.milestone']);
  });

  it('that filters by an argument which the fake would ignore is told its name', async () => {
    await queryPull(server, 'reviews(first: 1, author: "sam") { totalCount }');
    expect(server.unmodelled()).toEqual(['PullRequest.reviews(author:)']);
  });

  it('about a repository that the token may not know of learns nothing', async () => {
    expect(await query(server, '{ repository(owner: "acme", name: "secret") { id } }')).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
  });
});

describe('a connection', () => {
  it('gives every node once, whatever the size of the pages', async () => {
    for (let more = 0; more < 20; more += 1) review(busy, busy.bystander, 'COMMENTED');
    const whole = busy.pullRequest.reviews.map(({ id }) => id);
    for (const size of [1, 7, 23, 100]) {
      const seen: number[] = [];
      for (let after: string | null = null, more = true; more;) {
        const found = await query(server, PAGE, { size, after });
        const { nodes, pageInfo } = found.data.repository['pullRequest']?.['reviews'] as ReviewPage;
        seen.push(...nodes.map(({ databaseId }) => databaseId));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(seen).toEqual(whole);
    }
  });

  it('refuses more than 100 nodes, no size and a cursor that it did not give', async () => {
    const kinds = ['first: 101', '', 'first: 1, after: "x"'].map(async (page) => {
      const answer = await queryPull(server, page === '' ? 'reviews { totalCount }' : `reviews(${page}) { totalCount }`);
      return answer.errors?.[0]?.type;
    });
    expect(await Promise.all(kinds)).toEqual([
      'EXCESSIVE_PAGINATION',
      'MISSING_PAGINATION_BOUNDARIES',
      'INVALID_CURSOR_ARGUMENTS',
    ]);
  });

  it('counted from its end gives the last node', async () => {
    const answer = await queryPull(server, 'commits(last: 1) { nodes { commit { oid } } pageInfo { hasPreviousPage } }');
    const commits = { nodes: [{ commit: { oid: busy.pullRequest.head.commit } }], pageInfo: { hasPreviousPage: true } };
    expect(answer).toEqual(pull({ commits }));
  });
});

describe('what a gate has to tell apart', () => {
  it('the live base tip from the one that the pull request last saw', async () => {
    const answer = await queryPull(server, 'baseRefOid baseRef { target { oid } }');
    const { base } = busy.pullRequest;
    expect(busy.repository.branches.get('main')).not.toBe(base.seen);
    expect(answer).toEqual(pull({ baseRefOid: base.seen, baseRef: { target: { oid: busy.repository.branches.get('main') } } }));
  });

  it('who typed a commit from who is named as its co-author and whose key signed it', async () => {
    const fields =
      'commits(last: 1) { nodes { commit { authors(first: 9) { nodes { user { login } } } signature { isValid signer { login } } } } }';
    const authors = { nodes: [{ user: { login: 'ada' } }, { user: { login: 'sam' } }] };
    const commit = { authors, signature: { isValid: true, signer: { login: 'ada' } } };
    expect(await queryPull(server, fields)).toEqual(pull({ commits: { nodes: [{ commit }] } }));
  });

  it('a dismissed review, whose earlier state only the timeline has', async () => {
    const fields = `reviews(last: 1) { nodes { state } }
      timelineItems(first: 9, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes { ... on ReviewDismissedEvent { previousReviewState actor { login } } } }`;
    expect(await queryPull(server, fields)).toEqual(
      pull({
        reviews: { nodes: [{ state: 'DISMISSED' }] },
        timelineItems: { nodes: [{ previousReviewState: 'CHANGES_REQUESTED', actor: { login: 'pia' } }] },
      }),
    );
  });

  it('a review by an account that is gone, of a commit that is gone', async () => {
    const answer = await queryPull(
      server,
      'reviews(first: 1, states: [COMMENTED]) { nodes { author { login } commit { oid } authorCanPushToRepository } }',
    );
    expect(answer).toEqual(pull({ reviews: { nodes: [{ author: null, commit: null, authorCanPushToRepository: false }] } }));
  });

  it('a link from the file that it points to, and binary from text', async () => {
    const head = busy.pullRequest.head.commit;
    const answer = await queryRepository(
      server,
      `object(oid: "${head}") { ... on Commit { link: file(path: "src/link") { mode object { ... on Blob { text } } }
        logo: file(path: "logo.png") { mode object { ... on Blob { isBinary text byteSize } } } none: file(path: "nothing") { mode } } }`,
    );
    expect(answer).toEqual({
      data: {
        repository: {
          object: {
            link: { mode: 0o120000, object: { text: 'refund.js' } },
            logo: { mode: 0o100644, object: { isBinary: true, text: null, byteSize: 3 } },
            none: null,
          },
        },
      },
    });
  });

  it('a cut text from a whole one', async () => {
    busy.scenario.caps.blobTextBytes = 4;
    const answer = await queryRepository(
      server,
      'object(expression: "main:src/refund.js") { ... on Blob { text isTruncated byteSize } }',
    );
    expect(answer).toMatchObject({ data: { repository: { object: { text: 'expo', isTruncated: true } } } });
  });

  it('two checks of one name by their app and by the workflow that ran them', async () => {
    const answer = await queryPull(
      server,
      `statusCheckRollup { contexts(first: 100) { nodes { ... on CheckRun { name conclusion isRequired(pullRequestNumber: 41)
        checkSuite { app { databaseId } workflowRun { event file { path } } } } ... on StatusContext { context } } } }`,
    );
    const contexts = answer.data.repository['pullRequest']?.['statusCheckRollup'];
    expect(contexts).toEqual({
      contexts: {
        nodes: [
          {
            name: 'external',
            conclusion: 'NEUTRAL',
            isRequired: false,
            checkSuite: { app: { databaseId: 1_900_001 }, workflowRun: null },
          },
          { context: 'ci/old' },
        ],
      },
    });
  });

  it('the pull requests of one head: open, closed and pointed elsewhere, each at the commit where it stands or stopped', async () => {
    const { scenario, repository, author, pullRequest } = busy;
    const from = { branch: pullRequest.head.branch };
    const [into, stopped] = ['dev', pullRequest.head.commit];
    moveBranch(scenario, repository, into, repository.branches.get('main') ?? '', author.id);
    const closed = openPullRequest(scenario, repository, { number: 50, author, from, into });
    retarget(closed, 'main', author);
    close(closed);
    openPullRequest(scenario, repository, { number: 51, author, from, into });
    const moved = push(busy, author).oid;
    const changes = 'timelineItems(first: 1, itemTypes: [BASE_REF_CHANGED_EVENT]) { totalCount }';
    const fields = `associatedPullRequests(first: 9, states: [OPEN, CLOSED, MERGED]) { nodes { number state baseRefName headRefOid ${changes} } }`;
    const nodes = [
      { number: 41, state: 'OPEN', baseRefName: 'main', headRefOid: moved },
      { number: 50, state: 'CLOSED', baseRefName: 'main', headRefOid: stopped, timelineItems: { totalCount: 1 } },
      { number: 51, state: 'OPEN', baseRefName: into, headRefOid: moved, timelineItems: { totalCount: 0 } },
    ];
    expect(await queryPull(server, `headRef { ${fields} }`)).toMatchObject(
      pull({ headRef: { associatedPullRequests: { nodes } } }),
    );
  });

  it('by its branch, as long as there is one, a run from another of the same commit; of a fork’s nothing is said', async () => {
    const { scenario, repository, author, pullRequest } = busy;
    const { commit, branch } = pullRequest.head;
    const fork = addRepository(scenario, { owner: 'mallory', name: 'refunds', parent: repository, visibility: 'public' });
    moveBranch(scenario, repository, 'aside', commit, author.id);
    const about = { path: '.github/workflows/test.yml', commit, actor: author };
    runWorkflow(scenario, repository, { ...about, branch, jobs: { own: 'success' } });
    runWorkflow(scenario, repository, { ...about, branch: 'aside', jobs: { aside: 'success' } });
    runWorkflow(scenario, repository, { ...about, branch: 'gone', jobs: { gone: 'success' } });
    const forked = { ...pullRequest, head: { ...pullRequest.head, repository: fork.id } };
    runWorkflow(scenario, repository, { ...about, branch, pullRequest: forked, jobs: { forked: 'success' } });
    const fields = 'contexts(first: 9) { nodes { ... on CheckRun { name checkSuite { branch { name } } } } }';
    const answer = await queryPull(server, `statusCheckRollup { ${fields} }`);
    const found = JSON.stringify(answer.data.repository['pullRequest']?.['statusCheckRollup']);
    for (const [name, of] of [
      ['own', { name: branch }],
      ['aside', { name: 'aside' }],
      ['gone', null],
      ['forked', null],
    ] as const)
      expect(found).toContain(JSON.stringify({ name, checkSuite: { branch: of } }));
  });

  it('a queue whose entries stand on commits that are not merged yet', async () => {
    const group = enqueue([busy, busy], busy.platform);
    const answer = await queryRepository(
      server,
      'mergeQueue(branch: "main") { entries(first: 9) { nodes { position baseCommit { oid } headCommit { oid } } } }',
    );
    const [first] = group.entries;
    expect(answer).toMatchObject({
      data: {
        repository: {
          mergeQueue: {
            entries: { nodes: [{ position: 1, baseCommit: { oid: group.base.commit }, headCommit: { oid: first?.head } }, {}] },
          },
        },
      },
    });
  });
});

interface ReviewPage {
  readonly nodes: readonly { readonly databaseId: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = `query ($size: Int!, $after: String) { repository(owner: "acme", name: "refunds") { pullRequest(number: 41) {
  reviews(first: $size, after: $after) { nodes { databaseId } pageInfo { hasNextPage endCursor } } } } }`;
