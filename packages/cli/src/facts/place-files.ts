import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError, Failure } from '@proofrail/core/outcomes';
import { unwritable } from '@proofrail/machine';
import type { FactsLayout } from './facts-layout.ts';

export interface RecordedFiles {
  readonly facts: string;
  /** Name inside the folder → bytes. */
  readonly reports: ReadonlyMap<string, Uint8Array>;
  /** The same; null where the protected branch has none that can be used. */
  readonly configuration: ReadonlyMap<string, Uint8Array> | null;
}

/** ConfigurationError `facts/exists`: what an earlier run wrote may be evidence to somebody. */
export function requireFree(layout: FactsLayout): void {
  const taken = Object.values<string>({ ...layout }).find((place) => existsSync(place));
  if (taken === undefined) return;
  throw new ConfigurationError('facts/exists', {
    expected: 'names that are free',
    found: 'something that lies there already',
    at: taken,
    doThis: 'choose another --out, or replace all of it with --overwrite',
  });
}

/**
 * Everything is written aside first, and the facts take their place last: whoever finds them finds all that they speak of, and nobody
 * finds half a document.
 *
 * @throws UnavailableError `file/unwritable`; ConfigurationError `facts/name`
 */
export function placeFiles(layout: FactsLayout, files: RecordedFiles): void {
  let aside: string | null = null;
  try {
    aside = mkdtempSync(`${layout.facts}.`);
    const [facts, reports, configuration] = ['facts', 'reports', 'configuration'].map((name) => path.join(aside ?? '', name)) as [
      string,
      string,
      string,
    ];
    writeFolder(reports, files.reports);
    if (files.configuration !== null) writeFolder(configuration, files.configuration);
    writeFileSync(facts, files.facts);
    for (const place of [layout.facts, layout.reports, layout.configuration]) rmSync(place, { recursive: true, force: true });
    renameSync(reports, layout.reports);
    if (files.configuration !== null) renameSync(configuration, layout.configuration);
    renameSync(facts, layout.facts);
  } catch (cause) {
    throw cause instanceof Failure ? cause : unwritable(layout.facts, cause);
  } finally {
    if (aside !== null) rmSync(aside, { recursive: true, force: true });
  }
}

function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder);
  for (const [name, bytes] of files) {
    requireHarmless(name);
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx' });
  }
}

/** The names came over the wire: a tree that git would refuse must not write outside of its folder here. */
function requireHarmless(name: string): void {
  if (name.split('/').every((part) => !/^\.{0,2}$/.test(part)) && !/[\\\0]/.test(name)) return;
  throw new ConfigurationError('facts/name', {
    expected: 'a path inside .proofrail/',
    found: name,
    at: '.proofrail/ as GitHub gave it',
    doThis: 'look at that file on the protected branch: no git writes such a name',
  });
}
