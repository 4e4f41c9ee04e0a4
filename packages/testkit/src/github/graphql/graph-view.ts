import { GraphQLError } from 'graphql';
import type { Need } from '../permissions/scopes.ts';
import { allows, type Token } from '../permissions/token.ts';
import type { View } from '../rest/view.ts';
import type { Repository } from '../state/repository.ts';

/** One query: what it is drawn from, who asks, and what it asked for in vain. */
export interface GraphView extends View {
  readonly token: Token;
  readonly unmodelled: string[];
}

/** An error as GitHub sends it, with its kind beside the message. */
export const graphError = (kind: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { kind } });

/** A field that the token may not read is null with an error at its path; the rest of the answer stands. */
export function requireScopes(view: GraphView, repository: Repository, ...needs: readonly Need[]): void {
  if (!needs.every((need) => allows(view.token, repository, need))) {
    throw graphError('FORBIDDEN', 'Resource not accessible by integration');
  }
}
