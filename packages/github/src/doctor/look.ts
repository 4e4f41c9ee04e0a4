import * as v from 'valibot';
import type { GitHubAnswer, GitHubApi } from '../github-api.ts';
import { seen, unseen, type Sight, type Unseen } from './sight.ts';

export interface Question<T> {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly needs: string;
}

/** One REST answer in the shape that was asked for. What a 404 means depends on the endpoint, so that is the caller's to say. */
export async function look<T>(api: GitHubApi, question: Question<T>): Promise<Sight<T>> {
  return understood(await api.request(question.route, question.parameters), question);
}

export function understood<T>(answer: GitHubAnswer, { shape, needs }: Pick<Question<T>, 'shape' | 'needs'>): Sight<T> {
  const refused = refusal(answer, needs);
  if (refused !== null) return refused;
  const read = v.safeParse(shape, answer.kind === 'answered' ? answer.body : null);
  return read.success ? seen(read.output) : unseen('unusable', needs);
}

const PAGE = 100;
const MOST_PAGES = 20;

/** Every page of a list; a list that does not end is truncated, which is not the same as complete. */
export async function lookAtAll<T, Item>(
  api: GitHubApi,
  question: Question<T>,
  itemsOf: (page: T) => readonly Item[],
): Promise<Sight<readonly Item[]>> {
  const items: Item[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const one = await look(api, { ...question, parameters: { ...question.parameters, per_page: PAGE, page } });
    if (!one.seen) return one;
    const found = itemsOf(one.value);
    items.push(...found);
    if (found.length < PAGE) return seen(items);
  }
  return unseen('truncated', question.needs);
}

/** Partial data is unseen as a whole: a doctor that misses half of the files must not call the rest healthy. */
export async function lookByGraphql<T>(
  api: GitHubApi,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  { shape, needs }: Pick<Question<T>, 'shape' | 'needs'>,
): Promise<Sight<T>> {
  const answer = await api.graphql(document, variables);
  const refused = refusal(answer, needs);
  if (refused !== null) return refused;
  const read = v.safeParse(v.looseObject({ data: shape }), answer.kind === 'answered' ? answer.body : null);
  if (!read.success) return unseen('unusable', needs);
  return hasErrors(answer) ? unseen('forbidden', needs) : seen(read.output.data);
}

function hasErrors(answer: GitHubAnswer): boolean {
  return answer.kind === 'answered' && v.is(v.looseObject({ errors: v.pipe(v.array(v.unknown()), v.minLength(1)) }), answer.body);
}

function refusal(answer: GitHubAnswer, needs: string): Unseen | null {
  if (answer.kind === 'unreachable') return unseen('unreachable', needs);
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return null;
  // GitHub answers 403 for a spent budget too; no permission would help against that.
  if (status === 429 || headers['retry-after'] !== undefined || (status === 403 && headers['x-ratelimit-remaining'] === '0'))
    return unseen('limited', needs);
  if (status === 401 || status === 403) return unseen('forbidden', needs);
  if (status >= 500) return unseen('unreachable', needs);
  return status === 404 ? unseen('absent', needs) : unseen('unusable', needs);
}
