import { endGroup, startGroup } from '@actions/core';
import { actionsLogger } from './actions-logger.ts';
import { logText } from '../escape/index.ts';

/** Lines that fold away under a title in the job's log. */
export function logGroup(title: string, lines: readonly string[]): void {
  startGroup(logText(title));
  for (const line of lines) actionsLogger.info(line);
  endGroup();
}
