import {
  blobKey,
  namedPointerKey,
  recordKey,
  slotKey,
  type InspectedKind,
  type Inspector,
  type StreamId,
  type TargetOf,
} from '@proofrail/core/ledger';
import type { ObjectKey } from '@proofrail/core/ports';

export interface Remembering {
  /** Answers from memory for every object but one, which `inspector` looks at each time. */
  except(key: ObjectKey, inspector: Inspector): Inspector;
}

type Keys = { readonly [K in InspectedKind]: (stream: StreamId, name: TargetOf<K>['name']) => ObjectKey };
const KEYS: Keys = { slot: slotKey, record: recordKey, blob: blobKey, pointer: namedPointerKey };

/** Looks at each object once, so that thousands of verifications that differ in one object are cheap. */
export function remembering(first: Inspector): Remembering {
  const known = new Map<ObjectKey, unknown>();
  const remember = async (key: ObjectKey, look: () => Promise<readonly unknown[]>): Promise<unknown> => {
    if (!known.has(key)) known.set(key, (await look())[0]);
    return known.get(key);
  };
  return {
    except: (changed, inspector) => ({
      inspect: async (kind, stream, targets) => {
        const answers: unknown[] = [];
        for (const target of targets) {
          const key = KEYS[kind](stream, target.name);
          const fresh = key === changed ? await inspector.inspect(kind, stream, [target]) : null;
          answers.push(fresh === null ? await remember(key, () => first.inspect(kind, stream, [target])) : fresh[0]);
        }
        return answers as Awaited<ReturnType<typeof inspector.inspect<typeof kind>>>;
      },
    }),
  };
}
