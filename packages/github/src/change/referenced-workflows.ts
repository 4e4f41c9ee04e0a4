import * as v from 'valibot';

/** What a run says that it called, as GitHub itself noted it. */
export const referencedWorkflows = v.array(v.object({ path: v.string(), sha: v.string() }));
export type ReferencedWorkflows = v.InferOutput<typeof referencedWorkflows>;
