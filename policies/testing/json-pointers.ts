import type { JsonValue } from '@proofrail/core/canonical';

/** Every place in a document except its root, as the steps that lead there. */
export function* jsonPointers(document: JsonValue, above: readonly string[] = []): Generator<readonly string[]> {
  if (typeof document !== 'object' || document === null) return;
  for (const [step, member] of Object.entries(document)) {
    yield [...above, step];
    yield* jsonPointers(member as JsonValue, [...above, step]);
  }
}
