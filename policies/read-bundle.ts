import { manifest, type PolicyBundle } from '@proofrail/core/policy';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

// Sources here and the bundled programs in dist/ both lie one level below the root, so one path fits both.
const RELEASED = path.join(import.meta.dirname, '../policies/bundle');
const [MODULE, MANIFEST] = [path.join(RELEASED, 'policy.wasm'), path.join(RELEASED, 'manifest.json')];

/** The rules that were released with this program. That module and manifest belong together is checked by `loadPolicy`. */
export function readBundle(): PolicyBundle {
  const wasm = readFileSync(MODULE);
  const parsed = v.safeParse(manifest, JSON.parse(readFileSync(MANIFEST, 'utf8')));
  if (parsed.success) return { wasm, manifest: parsed.output };
  const [issue] = parsed.issues;
  throw new ConfigurationError('policies/manifest', {
    expected: issue.expected,
    found: `${issue.received} at ${v.getDotPath(issue) ?? 'its root'}`,
    at: MANIFEST,
    doThis: 'use a released version unchanged',
  });
}
