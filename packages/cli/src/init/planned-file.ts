import { lstatSync, readdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure, readBoundedFile } from '@proofrail/machine';
import { gateIn, withGate } from './gate-repository.ts';
import { withBranch, withBranchesOf } from './named-branch.ts';
import { pinOf, withPin } from './pinned-commit.ts';
import type { TemplateFiles } from './template-files.ts';

/** One file that a repository under the gate has, and what lies there today. */
export interface PlannedFile {
  /** Inside the repository, with `/` between names. */
  readonly path: string;
  /**
   * `kept`: it is the customer's own once it is there, whatever it says. `left-out`: another file of the customer's says what this one
   * would, and both together are an error.
   */
  readonly state: 'new' | 'same' | 'kept' | 'left-out' | 'differs';
  readonly text: string;
  /** What lies there; null for a new file. */
  readonly found: string | null;
}

const MOST_BYTES = 1_048_576;

/** A repository has one for all its tools. */
export const PRE_COMMIT = '.pre-commit-config.yaml';

/** What only the caller knows; null leaves what a file names already. */
export interface Names {
  /** The commit of Proofrail that was reviewed. */
  readonly pin: string | null;
  /** `owner/repository` of an organisation's gate. */
  readonly gate: string | null;
  /** The protected branch. */
  readonly branch: string | null;
}

/** Reads, and writes nothing. ConfigurationError `init/not-a-folder`, `file/...`; UnavailableError `file/unreadable`. */
export function plannedFiles(folder: string, templates: TemplateFiles, { pin, gate, branch }: Names): PlannedFile[] {
  return [...templates].map(([name, template]) => {
    const found = textAt(folder, name);
    const commit = pin ?? (found === null ? null : pinOf(found));
    const named = found === null ? null : gateIn(found);
    const pinned = commit === null ? template : withPin(template, commit);
    const owner = gate ?? named?.name;
    const gated = owner === undefined ? pinned : withGate(pinned, { name: owner, commit: named?.commit ?? null });
    const text = found !== null ? withBranchesOf(gated, found) : branch === null ? gated : withBranch(gated, branch);
    const state = found === null && isSaidElsewhere(folder, name) ? 'left-out' : stateOf(name, text, found);
    return { path: name, state, text, found };
  });
}

function stateOf(name: string, text: string, found: string | null): PlannedFile['state'] {
  if (found === null) return 'new';
  if (found === text) return 'same';
  return name.startsWith('.proofrail/') || name === PRE_COMMIT ? 'kept' : 'differs';
}

/** A registry in several files, or the same file under the other ending (read-configuration.ts refuses both beside ours). */
function isSaidElsewhere(folder: string, name: string): boolean {
  const [, stem] = /^((?:.*\/)?\.proofrail\/.*)\.yaml$/.exec(name) ?? [];
  if (stem === undefined) return false;
  const at = path.join(folder, ...stem.split('/'));
  if (statusOf(`${at}.yml`) !== null) return true;
  return /\/controls$/.test(stem) && statusOf(at)?.isDirectory() === true && readdirSync(at).length > 0;
}

function textAt(folder: string, name: string): string | null {
  requireOwnFolders(folder, name);
  const file = path.join(folder, ...name.split('/'));
  if (statusOf(file) === null) return null;
  const text = new TextDecoder().decode(readBoundedFile(file, { most: MOST_BYTES, within: folder }));
  return text.replaceAll('\r\n', '\n'); // git for Windows checks out with these line ends, and nothing reads them as other lines
}

/** A folder that is a symbolic link would lead what is written to a place that nobody was shown. */
function requireOwnFolders(folder: string, name: string): void {
  let here = folder;
  for (const step of [null, ...name.split('/').slice(0, -1)]) {
    here = step === null ? here : path.join(here, step);
    const status = statusOf(here);
    if (status === null && step !== null) return;
    if (status?.isDirectory() !== true && !(step === null && status?.isSymbolicLink() === true)) throw notAFolder(here, status);
  }
}

function statusOf(file: string): Stats | null {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (cause) {
    throw fileFailure(file, cause);
  }
}

const notAFolder = (at: string, status: Stats | null): ConfigurationError =>
  new ConfigurationError('init/not-a-folder', {
    expected: 'a folder',
    found: status === null ? 'nothing' : status.isSymbolicLink() ? 'a symbolic link' : 'a file',
    at,
    doThis: 'Name the folder of a repository in which these are folders of its own.',
  });
