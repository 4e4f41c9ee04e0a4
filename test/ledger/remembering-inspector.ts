import { blobKey, recordKey, slotKey, type Inspector } from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';

export interface Remembering {
  /** Answers from memory for every object but one, which `inspector` looks at each time. */
  except(key: ObjectKey, inspector: Inspector): Inspector;
}

/** Looks at each object once, so that thousands of verifications that differ in one object are cheap. */
export function remembering(first: Inspector): Remembering {
  const known = new Map<string, unknown>();
  async function answer<T, A>(
    targets: readonly T[],
    keyOf: (target: T) => ObjectKey,
    changed: ObjectKey,
    ask: (inspector: Inspector, target: T) => Promise<readonly A[]>,
    inspector: Inspector,
  ): Promise<A[]> {
    const answers: A[] = [];
    for (const target of targets) {
      const key = keyOf(target);
      const fresh = key === changed;
      if (fresh || !known.has(key)) {
        const [one] = await ask(fresh ? inspector : first, target);
        if (!fresh) known.set(key, one);
        answers.push(one as A);
      } else answers.push(known.get(key) as A);
    }
    return answers;
  }
  return {
    except: (changed, inspector) => ({
      slots: (stream, targets) =>
        answer(
          targets,
          ({ name }) => slotKey(stream, name),
          changed,
          (by, target) => by.slots(stream, [target]),
          inspector,
        ),
      records: (stream, targets) =>
        answer(
          targets,
          ({ name }) => recordKey(stream, name),
          changed,
          (by, target) => by.records(stream, [target]),
          inspector,
        ),
      blobs: (stream, targets) =>
        answer(
          targets,
          ({ name }) => blobKey(stream, name),
          changed,
          (by, target) => by.blobs(stream, [target]),
          inspector,
        ),
    }),
  };
}
