import type { RestAnswer } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';

/** For the few lists that GitHub pages by cursor: there is a next page and no number of it. */
export function pagedByCursor<T extends { readonly id: number }>(
  request: RestRequest,
  items: readonly T[],
  draw: (item: T) => unknown,
): RestAnswer {
  const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
  const after = request.query.get('after');
  const start = after === null ? 0 : items.findIndex((item) => cursorOf(item) === after) + 1;
  const slice = items.slice(start, start + size);
  const last = slice.at(-1);
  if (last === undefined || start + size >= items.length) return { status: 200, body: slice.map(draw) };
  const next = new URL(request.url);
  next.searchParams.set('after', cursorOf(last));
  return { status: 200, headers: { link: `<${next.href}>; rel="next"` }, body: slice.map(draw) };
}

const cursorOf = (item: { readonly id: number }): string => Buffer.from(`cursor:${item.id}`).toString('base64url');
