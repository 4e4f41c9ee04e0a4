import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

/** Says at the end which of Node's own modules the process had loaded, from its own list of them. */
const LISTING = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error(process.moduleLoadList.filter((one) => one.startsWith('NativeModule ')).join('\\n')))",
)}`;

// Each costs a good part of a bare start, and judging a change needs none of them. Whoever names `Response` or `fetch` loads undici.
const HEAVY = /undici|^(?:http|https|http2|tls|dns|child_process|worker_threads|inspector)$/;

describe.each(NODES)('a gate without a ledger, or with one in a folder, on Node %s', (node) => {
  it.each(['none', 'file:./ledger'])(
    'loads no HTTP, no other process and no thread, from its start to its last line: --ledger %s',
    async (ledger) => {
      using workspace = laidOut();
      const { code, err } = await proofrail(gate(ledger), {
        cwd: workspace.folder,
        node,
        env: { NODE_OPTIONS: `--import ${LISTING}` },
      });
      const loaded = err.split('\n').map((line) => line.replace('NativeModule ', ''));
      expect(code).toBe(0);
      expect(loaded).toContain('fs'); // else this list says nothing
      expect(loaded.filter((name) => HEAVY.test(name))).toEqual([]);
    },
  );
});
