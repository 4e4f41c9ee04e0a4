import { sha256 } from '@proofrail/core/canonical';
import { parseKey, slotKey } from '@proofrail/core/ledger';
import { STREAM } from '../../ledger/small-ledger.ts';
import type { Appender } from '../../ledger/simulated-writers.ts';

const FOLDER = `v1/segments/${STREAM}/`;

/** What one would write first: one record in each slot, linked to the one before; whoever loses a slot tries the next at once. */
export const naiveChain: Appender = (store) => {
  let seq = 0;
  return async (bytes) => {
    for (;;) {
      const after = seq === 0 ? {} : { after: slotKey(STREAM, seq) };
      for await (const { key } of store.listVersions(FOLDER, after)) {
        const parsed = parseKey(key);
        if (parsed?.kind === 'slot') seq = parsed.seq;
      }
      const newest = seq === 0 ? null : await store.read(slotKey(STREAM, seq));
      const prev = newest?.kind === 'found' ? sha256(newest.bytes) : '';
      const answer = await store.create(slotKey(STREAM, seq + 1), Buffer.concat([Buffer.from(prev), bytes]));
      if (answer.kind === 'created') return;
    }
  };
};
