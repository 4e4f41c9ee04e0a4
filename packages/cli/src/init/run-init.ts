import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { InitOptions } from './declare-init.ts';
import { CHECK_NAME } from './check-name.ts';
import { diffText } from './file-diff.ts';
import { initText } from './init-text.ts';
import type { Initialised } from './initialised.ts';
import { gitPlace } from './git-place.ts';
import { nextSteps, ownSteps } from './next-steps.ts';
import { plannedFiles } from './planned-file.ts';
import { templateFiles } from './template-files.ts';
import { writeFiles } from './write-files.ts';

/**
 * All or nothing: where one file differs or cannot be made, none is written.
 *
 * @throws ConfigurationError `cli/conflicting-option`, `init/...`, `file/...`; UnavailableError `init/unwritable`, `file/unreadable`
 */
export function runInit(folder: string, { mode, pin, gate, yes = false }: InitOptions): Answer {
  if (gate !== undefined && mode !== 'organisation') throw gateOfNobody(mode);
  const { defaultBranch } = gitPlace(folder);
  const branch = mode === 'organisation' ? null : defaultBranch; // its files are about every repository, not about this one
  const files = plannedFiles(folder, templateFiles(mode), { pin: pin ?? null, gate: gate ?? null, branch });
  const differs = files.some(({ state }) => state === 'differs');
  const missing = files.filter(({ state }) => state === 'new');
  const written = yes && !differs && missing.length > 0;
  if (written) writeFiles(folder, missing);
  const done: Initialised = {
    folder,
    mode,
    files,
    written,
    nextSteps: [...ownSteps(files, branch), ...nextSteps({ mode, gate, pin })],
  };
  return {
    outcome: differs ? 'invalid' : 'allow',
    json: {
      folder,
      mode,
      written,
      check: CHECK_NAME,
      files: files.map((file) => ({ path: file.path, state: file.state, diff: diffText(file) })),
      next_steps: done.nextSteps,
    },
    text: (page) => initText(done, page),
  };
}

const gateOfNobody = (mode: InitOptions['mode']): ConfigurationError =>
  new ConfigurationError('cli/conflicting-option', {
    expected: '--gate with --mode organisation: no file of another mode names a gate',
    found: `--gate with --mode ${mode}`,
    at: 'the command line',
    doThis: 'leave --gate out, or add --mode organisation',
  });
