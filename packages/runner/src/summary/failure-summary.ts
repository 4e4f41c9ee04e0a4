import type { Failure } from '@proofrail/core/outcomes';
import { markdownCode, markdownText } from '../escape/index.ts';
import { factList } from './fact-list.ts';

const HEADLINES: Readonly<Record<Failure['outcome'], string>> = {
  deny: '❌ Denied: the check could not be carried out',
  invalid: '⚠️ Not checked: the input or configuration cannot be used',
  unavailable: '🔌 Not checked: something that is needed did not answer',
  tampered: '🚨 Tampered: bytes are not what their signature says',
};

/** What the job's page says when there is no answer: the one thing to do first, then what is behind it. */
export function failureSummary(failure: Failure): string {
  return `${[
    `## ${HEADLINES[failure.outcome]}`,
    '',
    `**Do this:** ${markdownText(failure.doThis)}`,
    '',
    factList([
      ['code', markdownCode(failure.code)],
      ['where', markdownCode(failure.at)],
      ['expected', markdownText(failure.expected)],
      ['found', markdownText(failure.found)],
    ]),
  ].join('\n')}\n`;
}
