import { manifest, type PolicyBundle } from '@proofrail/core/policy';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

// From source it lies beside this file; bundled, this module is in dist/ or in a folder of chunks below it.
const CANDIDATES = ['./bundle/', './policy/', '../policy/'];

/** The rules that were released with this program. That module and manifest belong together is checked by `loadPolicy`. */
export function readBundle(location: URL = defaultLocation()): PolicyBundle {
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

function defaultLocation(): URL {
  const folders = CANDIDATES.map((path) => new URL(path, import.meta.url));
  return folders.find((folder) => existsSync(new URL('policy.wasm', folder))) ?? new URL('./bundle/', import.meta.url);
}
