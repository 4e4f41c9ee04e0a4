import { describe, expect, it } from '@jest/globals';
import { githubSchema } from '@proofrail/testkit/github-schema';
import { parse, validate } from 'graphql';
import { REPORTED_CHECKS_DOCUMENT } from './reads/reported-checks.ts';
import { WORKFLOW_FILES_DOCUMENT } from './reads/workflow-files.ts';

const published = await githubSchema();

describe("GitHub's published schema", () => {
  it.each([
    ['workflow files', WORKFLOW_FILES_DOCUMENT],
    ['reported checks', REPORTED_CHECKS_DOCUMENT],
  ])('knows every field of the document for %s', (_, document) => {
    expect(validate(published, parse(document))).toEqual([]);
  });
});
