import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { folderOf } from '@proofrail/machine';
import { OutputOption } from './options/output-option.ts';
import { placeFor } from './place-for.ts';

/** What a command reads or keeps: a file of its own, or a folder with all that lies in it. */
interface Taken {
  /** As the person who gave the command would name it. */
  readonly what: string;
  readonly kind: 'file' | 'folder';
  readonly place: string;
}

const STORES = ['ledger', 'attachments', 'identities'];
const FOLDERS = ['config', 'reports', 'trail'];
const FILES = ['facts', 'report', 'trust', 'receipt', 'key', 'logKey', 'publicKeys'];
/** What lies beside a ledger in a folder, by what follows the folder's name; it may be made by the very run that is asked for. */
const BESIDE = {
  '.key': 'file',
  '.key.pub': 'file',
  '.trust.json': 'file',
  '.attachments': 'folder',
  '.identities': 'folder',
} as const;

/**
 * Looks at every place that a command is to write to before it begins. In a ledger a page or receipt of ours would read as tampering from
 * then on, and in the place of a key or trust file it would take with it what nobody can make again.
 *
 * @throws ConfigurationError `file/also-read`, and what `placeFor` throws
 */
export function requireApartFromInputs(command: Command): void {
  const written = command.options.filter((option) => option instanceof OutputOption);
  if (written.every((option) => command.getOptionValue(option.attributeName()) === undefined)) return;
  const taken = takenBy(command);
  for (const option of written) {
    const asked: unknown = command.getOptionValue(option.attributeName());
    if (typeof asked !== 'string') continue;
    const place = realPlace(option.writes === 'file' ? placeFor(asked) : asked);
    const met = taken.find(({ kind, place: other }) => place === other || (kind === 'folder' && isInside(place, other)));
    if (met !== undefined) throw alsoRead(option.flags, asked, met);
  }
}

function takenBy(command: Command): Taken[] {
  const named = (names: readonly string[]) =>
    command.options
      .filter((option) => names.includes(option.attributeName()))
      .flatMap((option) =>
        valuesOf(command, option.attributeName()).map((value) => ({ what: option.long ?? option.flags, value })),
      );
  const stores = named(STORES).flatMap(({ what, value }) => {
    const folder = value.startsWith('file:') ? value.slice('file:'.length) : '';
    return folder === '' ? [] : [at(what, 'folder', folder)];
  });
  const ledger = folderOf(valuesOf(command, 'ledger')[0] ?? '');
  const beside = ledger === null ? [] : Object.entries(BESIDE).map(([end, kind]) => at('--ledger', kind, `${ledger}${end}`));
  return [
    ...stores,
    ...beside,
    ...named(FOLDERS).map(({ what, value }) => at(what, 'folder', value)),
    ...named(FILES).map(({ what, value }) => at(what, 'file', value)),
    ...command.registeredArguments.flatMap((argument, index) =>
      argument.name() === 'file' ? [at('the argument', 'file', command.args[index] ?? '')] : [],
    ),
  ];
}

function valuesOf(command: Command, name: string): string[] {
  const value: unknown = command.getOptionValue(name);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}

const at = (what: string, kind: Taken['kind'], file: string): Taken => ({ what, kind, place: realPlace(file) });

/** The one name of a place, through links and "..", also while nothing is there yet, and of a pipe, which has a name nowhere else. */
function realPlace(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPlace(parent), path.basename(file));
  }
}

const isInside = (place: string, folder: string): boolean =>
  place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

function alsoRead(flags: string, at: string, { what, kind, place }: Taken): ConfigurationError {
  return new ConfigurationError('file/also-read', {
    expected: 'a place that this command neither reads nor keeps something in',
    found: `${at}, ${kind === 'folder' ? 'in what' : 'which'} ${what} names (${place})`,
    at: flags.split(' ', 1)[0] ?? flags,
    doThis: 'name a file elsewhere: there it would replace, or read as tampering with, what is kept',
  });
}
