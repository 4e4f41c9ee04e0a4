import type { Failure } from '@proofrail/core/outcomes';
import { cutText } from '../escape/cut-text.ts';
import { markdownCode, markdownText } from '../escape/index.ts';
import { factList } from './fact-list.ts';

const HEADLINES: Readonly<Record<Failure['outcome'], string>> = {
  deny: '❌ Denied: the check could not be carried out',
  invalid: '⚠️ Not checked: the input or configuration cannot be used',
  unavailable: '🔌 Not checked: something that is needed did not answer',
  tampered: '🚨 Tampered: bytes are not what their signature says',
};

const MOST_CHARACTERS = 500; // what an input held may be a whole document

const brief = (text: string): string => cutText(text, MOST_CHARACTERS);

/** What the job's page says when there is no answer: the one thing to do first, then what is behind it. */
export function failureSummary(failure: Failure): string {
  return `${[
    `## ${HEADLINES[failure.outcome]}`,
    '',
    `**Do this:** ${markdownText(failure.doThis)}`,
    '',
    factList([
      ['code', markdownCode(failure.code)],
      ['where', markdownCode(brief(failure.at))],
      ['expected', markdownText(brief(failure.expected))],
      ['found', markdownText(brief(failure.found))],
    ]),
  ].join('\n')}\n`;
}
