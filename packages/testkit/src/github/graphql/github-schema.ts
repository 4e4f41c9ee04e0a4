import { readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';

// Past the package's own door, which builds the schema for itself first, with a graphql of its own.
const published = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
const DESCRIPTION = /"""[^]*?"""/g; // most of the text, and nobody here reads it

let built: Promise<GraphQLSchema> | undefined;

/** GitHub's published schema. Building it costs about a fifth of a second, so it is built once, and only for who asks. */
export function githubSchema(): Promise<GraphQLSchema> {
  built ??= readFile(published, 'utf8').then((text) =>
    // It defines two fields twice and deprecates fields of interfaces, so it has to be taken as valid.
    buildSchema(text.replaceAll(DESCRIPTION, ''), { assumeValid: true, noLocation: true }),
  );
  return built;
}
