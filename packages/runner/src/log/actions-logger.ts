import { info } from '@actions/core';
import type { Logger } from '@proofrail/core/ports';
import { cutText } from '../escape/cut-text.ts';
import { logText } from '../escape/index.ts';

/** The job's log. Progress is dropped: a log keeps every line that a terminal would overwrite. */
export const actionsLogger: Logger = {
  info: (message) => line(message),
  warning: (message) => line(`Warning: ${message}`),
  progress: () => undefined,
};

const MOST_CHARACTERS_OF_A_LINE = 4_000; // nobody reads on, and the report holds everything

const line = (message: string): void => info(logText(cutText(message, MOST_CHARACTERS_OF_A_LINE)));
