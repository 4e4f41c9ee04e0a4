import { describe, expect, it } from '@jest/globals';
import { everyJobIsPinned } from './pinned-jobs.ts';

const COMMIT = '8f4b7f84864484a7bf31766abe9204da3cbe65b3';
const PINNED = `acme/scans/.github/workflows/sast.yml@${COMMIT}`;
const source = { scanner: 'CodeQL', workflow: '.github/workflows/scan.yml', artifact: 'a', reusable: [PINNED] };
const called = [{ path: PINNED, sha: COMMIT }];
const judge = (text: string, referenced = called) => everyJobIsPinned(text, referenced, source);

describe('a workflow that the change altered may deliver a report', () => {
  it('when all of it is what the registry pinned, and the run called it', () => {
    expect(judge(`on: pull_request\njobs:\n  one: { uses: "${PINNED}" }\n  two: { uses: "${PINNED}", needs: one }\n`)).toBe(true);
  });

  it.each([
    ['a job with steps of its own', `jobs:\n  one: { uses: "${PINNED}" }\n  two: { runs-on: x, steps: [{ run: "echo" }] }\n`],
    ['a step that uses the same name', `jobs:\n  one: { runs-on: x, steps: [{ uses: "${PINNED}" }] }\n`],
    ['a pinned workflow of somebody else', `jobs:\n  one: { uses: "mallory/scans/.github/workflows/sast.yml@${COMMIT}" }\n`],
    ['another commit', `jobs:\n  one: { uses: "${PINNED.replace(/8f/, '9f')}" }\n`],
    ['a tag', 'jobs:\n  one: { uses: "acme/scans/.github/workflows/sast.yml@v1" }\n'],
    ['no job', 'jobs: {}\n'],
    ['a job twice', `jobs:\n  one: { uses: "${PINNED}" }\n  one: { uses: "${PINNED}" }\n`],
    ['an anchor', `x: &x { uses: "${PINNED}" }\njobs:\n  one: *x\n`],
    ['two documents', `jobs:\n  one: { uses: "${PINNED}" }\n---\njobs: {}\n`],
    ['a job behind a comment that ends for GitHub alone', `jobs:\n  one: { uses: "${PINNED}" } # \r  two: { runs-on: x }\n`],
    ['no YAML', 'jobs: [\n'],
    ['nothing', ''],
  ])('and never with %s', (_name, text) => expect(judge(text)).toBe(false));

  it('and never when GitHub does not say that the run called it', () => {
    const text = `jobs:\n  one: { uses: "${PINNED}" }\n`;
    expect([judge(text, []), judge(text, [{ path: PINNED, sha: '1'.repeat(40) }])]).toEqual([false, false]);
  });
});
