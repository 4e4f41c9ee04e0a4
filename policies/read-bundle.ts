import { manifest, type PolicyBundle } from '@proofrail/core/policy';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

// Sources here and the bundled programs in dist/ both lie one level below the root, so one path fits both.
const RELEASED = new URL('../policies/bundle/', import.meta.url);

/** The rules that were released with this program. That module and manifest belong together is checked by `loadPolicy`. */
export function readBundle(location: URL = RELEASED): PolicyBundle {
  const wasm = readFileSync(new URL('policy.wasm', location));
  const parsed = v.safeParse(manifest, JSON.parse(readFileSync(new URL('manifest.json', location), 'utf8')));
  if (parsed.success) return { wasm, manifest: parsed.output };
  const [issue] = parsed.issues;
  throw new ConfigurationError('policies/manifest', {
    expected: issue.expected,
    found: `${issue.received} at ${v.getDotPath(issue) ?? 'its root'}`,
    at: new URL('manifest.json', location).pathname,
    doThis: 'use a released version unchanged',
  });
}
