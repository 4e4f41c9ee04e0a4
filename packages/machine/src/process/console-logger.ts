import type { Logger } from '@proofrail/core/ports';
import { terminalText } from './terminal-text.ts';

/** Where a logger writes: a process's standard error fits. */
export interface TextSink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Progress for people on a terminal, on standard error so that results on standard output stay clean. A progress line is overwritten
 * by the next; where there is no terminal it is dropped.
 */
export function consoleLogger(sink: TextSink): Logger {
  let progressShown = false;
  const line = (text: string): void => {
    sink.write(`${progressShown ? ERASE_LINE : ''}${text}\n`);
    progressShown = false;
  };
  return {
    info: (message) => line(terminalText(message)),
    warning: (message) => line(`warning: ${terminalText(message)}`),
    progress: (message) => {
      if (sink.isTTY !== true) return;
      sink.write(`${ERASE_LINE}${terminalText(message)}`);
      progressShown = true;
    },
  };
}

const ERASE_LINE = '\r\u001b[2K';
