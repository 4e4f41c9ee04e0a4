import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';

/** `file/no-folder`: what is to be written would lie in a folder that is not there. */
export const noFolder = (file: string): ConfigurationError =>
  new ConfigurationError('file/no-folder', {
    expected: 'a folder that exists',
    found: 'nothing',
    at: path.dirname(file),
    doThis: 'make the folder first',
  });
