import { buildSchema, type GraphQLSchema } from 'graphql';

let built: Promise<GraphQLSchema> | undefined;

/** GitHub's published schema. Building it costs about half a second, so it is built once, and only for who asks. */
export function githubSchema(): Promise<GraphQLSchema> {
  built ??= import('@octokit/graphql-schema').then(({ schema }) =>
    // It defines two fields twice and deprecates fields of interfaces, so it has to be taken as valid.
    buildSchema(schema.idl, { assumeValidSDL: true, assumeValid: true, noLocation: true }),
  );
  return built;
}
