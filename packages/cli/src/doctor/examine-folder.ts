import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { examineWorkflows, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';
import { unreadCheck, type DoctorFinding, type Invisible } from '@proofrail/github/doctor';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { AnyExamination } from './any-examination.ts';

/** The workflow files of a folder, as text alone: what GitHub is set to do with them stays unseen, and the answer says so. */
export function examineFolder(folder: string, required: readonly string[] | null): AnyExamination {
  const names = namesIn(folder).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) throw noWorkflows(folder);
  const files = names.sort().map((name) => {
    const file = path.join(folder, name);
    return { file, text: Buffer.from(readBoundedFile(file, { most: MOST_BYTES.manifest })).toString('utf8') };
  });
  const { findings, blind, unread } = examineWorkflows(files, { ...SURROUNDINGS_UNSEEN, required });
  return {
    repository: null,
    audit: [],
    rules: [],
    findings: findings.map(({ file, line, ...rest }): DoctorFinding => ({ ...rest, at: `${file}:${line}` })),
    invisible: [SETTINGS, ...(blind.length === 0 ? [] : [REQUIRED_JOBS]), ...unread.map(unreadCheck)],
  };
}

const SETTINGS: Invisible = {
  what: 'the settings of the repository, and the six audit findings',
  why: 'absent',
  needs: 'a run with owner/repository instead of --workflows',
};

const REQUIRED_JOBS: Invisible = {
  what: 'checks of required jobs',
  why: 'absent',
  needs: '--required with the name of each required check: no job here runs the gate',
};

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw noWorkflows(folder);
  }
}

const noWorkflows = (at: string): ConfigurationError =>
  new ConfigurationError('doctor/no-workflows', {
    expected: 'a folder with .yml or .yaml files',
    found: 'none',
    at,
    doThis: 'name the folder of the workflow files, such as .github/workflows; nothing checked is never ok',
  });
