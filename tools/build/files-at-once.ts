// Stands in for `fs` inside the job summary of `@actions/core`, which takes its three functions from `fs.promises` at start: Node then
// loads its watchers, folders and readline for a summary that is one file, written once, last of all.
import { accessSync, appendFileSync, constants, writeFileSync } from 'node:fs';

type Later<T extends unknown[]> = (...parameters: T) => Promise<void>;

/** What it throws is what the promise rejects with. */
const later =
  <T extends unknown[]>(act: (...parameters: T) => void): Later<T> =>
  async (...parameters) =>
    act(...parameters);

const promises = { access: later(accessSync), appendFile: later(appendFileSync), writeFile: later(writeFileSync) };

export { constants, promises };
