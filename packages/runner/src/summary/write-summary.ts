import { summary } from '@actions/core';
import { cutMarkdown } from './cut-markdown.ts';

const MOST_BYTES_THE_RUNNER_TAKES = 1_048_576; // a longer file is dropped whole (actions/runner, FileCommandManager.cs)
const ROOM_FOR_A_FAILURE_AFTERWARDS = 65_536;

/**
 * Adds to the job's page. The text must be Markdown whose untrusted parts went through `markdownText` or `markdownCode`. One call holds
 * what an action has to say; a failure after it still finds room.
 */
export async function writeSummary(markdown: string): Promise<void> {
  await summary.addRaw(cutMarkdown(markdown, MOST_BYTES_THE_RUNNER_TAKES - ROOM_FOR_A_FAILURE_AFTERWARDS), true).write();
}
