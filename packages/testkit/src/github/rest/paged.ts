import type { RestAnswer } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';

const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 100;

/** One page of a list, with the links that GitHub puts into the header. */
export function paged<T>(request: RestRequest, items: readonly T[], draw: (item: T) => unknown): RestAnswer {
  const { slice, link } = cut(request, items);
  return { status: 200, headers: link, body: slice.map(draw) };
}

/** The same for the lists that GitHub wraps into an object with their total. */
export function pagedUnder<T>(request: RestRequest, name: string, items: readonly T[], draw: (item: T) => unknown): RestAnswer {
  const { slice, link } = cut(request, items);
  return { status: 200, headers: link, body: { total_count: items.length, [name]: slice.map(draw) } };
}

function cut<T>(request: RestRequest, items: readonly T[]): { slice: readonly T[]; link: Record<string, string> } {
  const size = Math.min(LARGEST_PAGE, positive(request.query.get('per_page'), DEFAULT_PAGE));
  const page = positive(request.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(page > 1 ? [to(request, page - 1, 'prev'), to(request, 1, 'first')] : []),
    ...(page < last ? [to(request, page + 1, 'next'), to(request, last, 'last')] : []),
  ];
  return {
    slice: items.slice((page - 1) * size, page * size),
    link: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

function to(request: RestRequest, page: number, relation: string): string {
  const url = new URL(request.url);
  url.searchParams.set('page', String(page));
  return `<${url.href}>; rel="${relation}"`;
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
