import * as v from 'valibot';
import { connection, numericId, oid } from './wire.ts';

const user = v.nullable(v.object({ __typename: v.string(), databaseId: v.nullable(numericId) }));

export const commitNode = v.object({
  id: v.string(),
  commit: v.object({
    oid,
    authors: v.object({ totalCount: v.number(), nodes: v.array(v.object({ email: v.nullable(v.string()), user })) }),
    committer: v.nullable(
      v.object({
        email: v.nullable(v.string()),
        name: v.nullable(v.string()),
        user: v.nullable(v.object({ __typename: v.string(), databaseId: v.nullable(numericId), login: v.string() })),
      }),
    ),
    signature: v.nullable(v.object({ isValid: v.boolean(), wasSignedByGitHub: v.boolean(), signer: user })),
  }),
});
export type CommitNode = v.InferOutput<typeof commitNode>;

export const commitsPart = v.object({ commits: connection(commitNode) });
