import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '@proofrail/core/canonical';
import { ConfigurationError, Failure } from '@proofrail/core/outcomes';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { FactsLayout } from './facts-layout.ts';

const REPORT = /^([0-9a-f]{64})\.(?:json|sarif)$/;
/** What the protected branch may have in `.proofrail/` (read-configuration.ts), and so all that an earlier run kept of it. */
const CONFIGURATION =
  /^(?:(?:controls|roles|tools|sources|triage)\.ya?ml|(?:controls|exceptions)\/[^/]+\.ya?ml|(?:.*\/)?(?:README\.md|\.gitkeep))$/;

/** What is replaced is what an earlier run wrote, and nothing else. ConfigurationError `facts/not-ours` */
export function requireOurs({ facts, reports, configuration }: FactsLayout): void {
  const others = [
    ...[facts].filter((file) => !isAbsent(file) && !isFacts(file)),
    ...filesIn(reports).filter((file) => !isReport(file)),
    ...filesIn(configuration).filter((file) => !isConfiguration(path.relative(configuration, file), file)),
  ];
  const [first] = others;
  if (first === undefined) return;
  throw new ConfigurationError('facts/not-ours', {
    expected: 'nothing but what an earlier run of "proofrail facts" wrote',
    found: others.length === 1 ? 'something else' : `${others.length} other things`,
    at: first,
    doThis: 'move it away, or choose another --out: what would be replaced is deleted',
  });
}

const isAbsent = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) === undefined;
const isFile = (file: string): boolean => lstatSync(file).isFile();

/** Everything below a folder that is no folder; the place itself where it is not one. A link is never followed. */
function filesIn(place: string): string[] {
  if (isAbsent(place)) return [];
  if (!lstatSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesIn(path.join(place, name)));
}

function isReport(file: string): boolean {
  const [, hex] = REPORT.exec(path.basename(file)) ?? [];
  const bytes = hex === undefined || !isFile(file) ? null : bytesOf(file, MOST_BYTES.report);
  return bytes !== null && sha256(bytes) === `sha256:${hex}`;
}

const isConfiguration = (name: string, file: string): boolean =>
  isFile(file) && CONFIGURATION.test(name.split(path.sep).join('/'));

function isFacts(file: string): boolean {
  const bytes = isFile(file) ? bytesOf(file, MOST_BYTES.facts) : null;
  return bytes !== null && /^\s*\{\s*"schema":\s*"proofrail\.facts\/v\d+"/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

function bytesOf(file: string, most: number): Uint8Array | null {
  try {
    return readBoundedFile(file, { most });
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.outcome === 'invalid') return null; // larger than anything that a run writes
    throw thrown;
  }
}
