import type { FailureCode } from '@proofrail/core/outcomes';
import { shown } from './shown.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** What a person needs to mend a failure, in plain untrusted text. */
export interface FailureFacts {
  readonly code: FailureCode;
  readonly expected: string;
  readonly found: string;
  readonly at: string;
  readonly doThis: string;
}

/** One failure, one block: what is wrong, where, and the one thing to do. */
export function failureBlock(failure: FailureFacts, style: Style, columns?: number): string {
  const rows = [
    [{ text: 'expected', look: style.quiet }, shown(failure.expected)],
    [{ text: 'found', look: style.quiet }, shown(failure.found)],
    [{ text: 'where', look: style.quiet }, shown(failure.at)],
    [
      { text: 'do this', look: style.quiet },
      { text: shown(failure.doThis), look: style.strong },
    ],
  ];
  const body = table(rows, { indent: 2, ...(columns === undefined ? {} : { columns }) });
  return `${style.bad('error')} ${style.strong(shown(failure.code))}\n${body}`;
}
