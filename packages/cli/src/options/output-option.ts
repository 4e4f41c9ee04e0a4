import { Option } from 'commander';
import { given } from './given.ts';

/**
 * An option that names what its command writes: a file that takes the place of the one before it, or a folder that is not there yet. Before
 * any work is done it is held against all that the same command reads.
 */
export class OutputOption extends Option {
  readonly writes: 'file' | 'folder';

  constructor(flags: string, description: string, writes: 'file' | 'folder' = 'file') {
    super(flags, description);
    this.writes = writes;
    this.argParser(given);
  }
}
