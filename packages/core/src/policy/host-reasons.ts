import type { UnknownReason, UnreadableFile } from '../context/index.ts';
import type { Reason } from './rule-answer.ts';

/** Reasons that the host gives, for any rule. */
export const HOST_REASONS = {
  unproven: { code: 'unproven', params: {} },
  unknown: (fact: string, why: UnknownReason): Reason => ({ code: 'unknown', params: { fact, why } }),
  unreadableFile: (fact: string, why: UnknownReason, { file, line, problem }: UnreadableFile): Reason => ({
    code: 'unreadable-file',
    params: { fact, why, file, line, problem },
  }),
} as const;

export const HOST_TEMPLATES: Readonly<Record<string, string>> = {
  unproven: 'The input does not prove that this rule is kept',
  unknown: 'The fact {fact} could not be read ({why}), so this rule could not be judged',
  'unreadable-file': '{file}:{line} could not be read ({problem}), so nobody knows what it names',
};
