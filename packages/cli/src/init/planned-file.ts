import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure, readBoundedFile } from '@proofrail/machine';
import { gateIn, withGate } from './gate-repository.ts';
import { pinOf, withPin } from './pinned-commit.ts';
import type { TemplateFiles } from './template-files.ts';

/** One file that a repository under the gate has, and what lies there today. */
export interface PlannedFile {
  /** Inside the repository, with `/` between names. */
  readonly path: string;
  /** `kept`: it is the customer's own once it is there, whatever it says. */
  readonly state: 'new' | 'same' | 'kept' | 'differs';
  readonly text: string;
  /** What lies there; null for a new file. */
  readonly found: string | null;
}

const MOST_BYTES = 1_048_576;

/** What only the caller knows; null leaves what a file names already. */
export interface Names {
  /** The commit of Proofrail that was reviewed. */
  readonly pin: string | null;
  /** `owner/repository` of an organisation's gate. */
  readonly gate: string | null;
}

/** Reads, and writes nothing. ConfigurationError `init/not-a-folder`, `file/...`; UnavailableError `file/unreadable`. */
export function plannedFiles(folder: string, templates: TemplateFiles, { pin, gate }: Names): PlannedFile[] {
  return [...templates].map(([name, template]) => {
    const found = textAt(folder, name);
    const commit = pin ?? (found === null ? null : pinOf(found));
    const named = found === null ? null : gateIn(found);
    const pinned = commit === null ? template : withPin(template, commit);
    const owner = gate ?? named?.name;
    const text = owner === undefined ? pinned : withGate(pinned, { name: owner, commit: named?.commit ?? null });
    return { path: name, state: stateOf(name, text, found), text, found };
  });
}

function stateOf(name: string, text: string, found: string | null): PlannedFile['state'] {
  if (found === null) return 'new';
  if (found === text) return 'same';
  return name.startsWith('.proofrail/') ? 'kept' : 'differs';
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
