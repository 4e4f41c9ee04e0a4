import { execute, parse, validate, type ExecutionResult, type GraphQLError } from 'graphql';
import { queryNode } from './nodes/query-node.ts';
import { githubSchema } from './github-schema.ts';
import type { GraphView } from './graph-view.ts';
import { resolveField } from './resolve-field.ts';

export interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
}

/** Like GitHub: a document that does not fit the schema is answered with errors and no data; what fails later is partial data. */
export async function answerGraphQL(
  view: GraphView,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphAnswer> {
  const schema = await githubSchema();
  let document;
  try {
    document = parse(source);
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
  const mistakes = validate(schema, document);
  if (mistakes.length > 0) return { errors: mistakes.map(({ message, locations }) => ({ message, locations })) };
  const result: ExecutionResult = await execute({
    schema,
    document,
    rootValue: queryNode(view),
    contextValue: view,
    variableValues: variables,
    fieldResolver: resolveField,
  });
  return result.errors === undefined
    ? { data: result.data }
    : { data: result.data ?? null, errors: result.errors.map(drawError) };
}

function drawError(error: GraphQLError) {
  const kind = error.extensions['kind'];
  return {
    ...(typeof kind === 'string' ? { type: kind } : {}),
    path: error.path,
    ...(kind === 'FORBIDDEN' ? { extensions: { saml_failure: false } } : {}),
    locations: error.locations,
    message: error.message,
  };
}
