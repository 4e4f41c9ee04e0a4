import { describe, expect, it } from '@jest/globals';
import { githubSchema } from '@proofrail/testkit/github-schema';
import { parse, validate } from 'graphql';
import { BLOB_DOCUMENT } from './blob-document.ts';
import { CHANGE_DOCUMENT } from './change-document.ts';
import { COMMENTS_DOCUMENT } from './comments-document.ts';
import { FOLDER_DOCUMENT } from './folder-document.ts';
import { MOST_COMMITS, originsDocument } from './origins-document.ts';
import { CONTEXTS_DOCUMENT, PAGE_DOCUMENTS } from './page-documents.ts';
import { NAMESAKES_DOCUMENT } from './namesakes-document.ts';
import { MOST_CHILDREN, parentsDocument } from './parents-document.ts';
import { MOST_FILES_AGAIN, rereadDocument } from './reread-document.ts';
import { STANDING_DOCUMENT } from './standing-document.ts';

const schema = await githubSchema();
const problems = (document: string) => validate(schema, parse(document)).map(({ message }) => message);

describe('against the schema that GitHub publishes', () => {
  it('the validation finds a field that GitHub does not have', () => {
    expect(problems(CHANGE_DOCUMENT.replace('headRefOid', 'headRefId'))).toHaveLength(1);
  });

  it.each([
    ['the change', CHANGE_DOCUMENT],
    ['what ran on a commit', CONTEXTS_DOCUMENT],
    ['who shares a branch', NAMESAKES_DOCUMENT],
    ['the organisation’s folder', FOLDER_DOCUMENT],
    ['what speaks for a branch', STANDING_DOCUMENT],
    ['one file', BLOB_DOCUMENT],
    ['the comments', COMMENTS_DOCUMENT],
    ...Object.entries(PAGE_DOCUMENTS),
    ...[0, 1, MOST_FILES_AGAIN].map((files) => [`the second look, ${files} files`, rereadDocument(files)] as const),
    ...[0, 1, MOST_COMMITS].map((commits) => [`where ${commits} commits come from`, originsDocument(commits)] as const),
    ...[1, MOST_CHILDREN].map((commits) => [`what ${commits} commits were made from`, parentsDocument(commits)] as const),
  ])('%s has no error', (_name, document) => {
    expect(problems(document)).toEqual([]);
  });

  it('no document asks for what GITHUB_TOKEN may not see and would spoil the answer', () => {
    expect(CHANGE_DOCUMENT).not.toContain('branchProtectionRule');
  });
});
