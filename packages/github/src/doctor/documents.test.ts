import { describe, expect, it } from '@jest/globals';
import { schema } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { REPORTED_CHECKS_DOCUMENT } from './reads/reported-checks.ts';
import { WORKFLOW_FILES_DOCUMENT } from './reads/workflow-files.ts';

describe("GitHub's published schema", () => {
  // It defines two fields twice and disagrees with its own interfaces: a strict reader refuses it as a whole.
  const published = buildSchema(schema.idl, { assumeValid: true });
  it.each([
    ['workflow files', WORKFLOW_FILES_DOCUMENT],
    ['reported checks', REPORTED_CHECKS_DOCUMENT],
  ])('knows every field of the document for %s', (_, document) => {
    expect(validate(published, parse(document))).toEqual([]);
  });
});
