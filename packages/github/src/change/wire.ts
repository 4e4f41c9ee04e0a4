import * as v from 'valibot';

// What single values look like in GitHub's answers. Every text is an outsider's until its form is checked.

/** Numbers as decimal text: 64-bit ids do not survive as numbers in JSON of ours. */
export const numericId = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String));
export const oid = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));
/** To the milliseconds that our documents have. */
export const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))),
  v.transform((text) => new Date(text).toISOString()),
);
/** Too long, or nothing, is as good as not read: no rule could name it. */
export const named = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

export const pageInfo = v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) });

/** One page of a connection. GraphQL may put null in place of a node that it could not read: that page is not usable. */
export const connection = <T extends v.GenericSchema>(node: T) =>
  v.object({ totalCount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), pageInfo, nodes: v.array(node) });

export interface Connection<T> {
  totalCount: number;
  pageInfo: v.InferOutput<typeof pageInfo>;
  nodes: T[];
}
