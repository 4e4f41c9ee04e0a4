import type { Need } from '../permissions/scopes.ts';
import type { RestAnswer } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** As in GitHub's reference and in its OpenAPI document. */
  readonly template: string;
  readonly needs: readonly Need[];
  answer(request: RestRequest): RestAnswer;
}

/** These take slashes, encoded or not. */
const LONG = new Set(['path', 'branch', 'branch_name', 'ref', 'basehead', 'environment_name']);

export function pathPattern(template: string): RegExp {
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${LONG.has(name) ? '.+' : '[^/]+'})`);
  return new RegExp(`^${source}/?$`);
}
