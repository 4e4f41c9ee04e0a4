import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { InitOptions } from '../commands/init.ts';
import { CHECK_NAME } from './check-name.ts';
import { diffText } from './file-diff.ts';
import { initText } from './init-text.ts';
import type { Initialised } from './initialised.ts';
import { nextSteps } from './next-steps.ts';
import { plannedFiles, type PlannedFile } from './planned-file.ts';
import { templateFiles } from './template-files.ts';

/**
 * All or nothing: where one file differs, none is written.
 *
 * @throws ConfigurationError `cli/conflicting-option`, `init/...`, `file/...`; UnavailableError `init/unwritable`, `file/unreadable`
 */
export function runInit(folder: string, { mode, pin, gate, yes = false }: InitOptions): Answer {
  if (gate !== undefined && mode !== 'organisation') throw gateOfNobody(mode);
  const files = plannedFiles(folder, templateFiles(mode), { pin: pin ?? null, gate: gate ?? null });
  const differs = files.some(({ state }) => state === 'differs');
  const missing = files.filter(({ state }) => state === 'new');
  const written = yes && !differs && missing.length > 0;
  if (written) for (const file of missing) write(folder, file);
  const done: Initialised = { folder, mode, files, written, nextSteps: nextSteps(mode) };
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

function write(folder: string, { path: name, text }: PlannedFile): void {
  const file = path.join(folder, ...name.split('/'));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' }); // what appeared since it was looked at is not overwritten either
  } catch (cause) {
    throw new UnavailableError('init/unwritable', {
      expected: 'a file that can be made',
      found: cause instanceof Error ? cause.message : String(cause),
      at: file,
      doThis: 'Make it possible and run it again: what was written already counts as done.',
      cause,
    });
  }
}
