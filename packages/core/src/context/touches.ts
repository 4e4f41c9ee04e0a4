import * as v from 'valibot';

/** Which parts of the house a change alters: those that decide what the gate sees and says. */
export const touches = v.strictObject({
  /** The gate's own configuration. */
  policy: v.boolean(),
  /** Who has to review what. */
  owners: v.boolean(),
  workflows: v.boolean(),
  /** What the scanners look at, and what they leave out. */
  scanners: v.boolean(),
  /** Files of exceptions, and nothing else: all that a change may do that mends a broken one. */
  only_exceptions: v.boolean(),
});

export type Touches = v.InferOutput<typeof touches>;
