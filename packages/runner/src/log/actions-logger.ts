import { info } from '@actions/core';
import type { Logger } from '@proofrail/core/ports';
import { logText } from '../escape/index.ts';

/** The job's log. Progress is dropped: a log keeps every line that a terminal would overwrite. */
export const actionsLogger: Logger = {
  info: (message) => info(logText(message)),
  warning: (message) => info(logText(`Warning: ${message}`)),
  progress: () => undefined,
};
