import type { Token } from '../permissions/token.ts';
import type { Repository } from '../state/repository.ts';
import type { Query } from './query.ts';
import type { View } from './view.ts';

export interface RestRequest {
  readonly view: View;
  readonly token: Token;
  readonly repository: Repository;
  /** From the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly url: URL;
  readonly accept: string;
  readonly body: unknown;
}

export const numbered = (request: RestRequest, name: string): number => Number(request.parameters[name]);
