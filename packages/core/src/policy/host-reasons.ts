import type { UnknownReason, UnreadableFile } from '../context/index.ts';
import type { Reason } from './rule-answer.ts';

/** Reasons that the host gives, for any rule. */
export const HOST_REASONS = {
  unproven: { code: 'unproven', params: {} },
  /** `error`: the code of what went wrong with this rule, not with the change. */
  faulted: (error: string): Reason => ({ code: 'faulted', params: { error } }),
  /** `of`: the registry's own names of what was to bring the fact. */
  unknown: (fact: string, why: UnknownReason, of: readonly string[] = []): Reason => ({
    code: 'unknown',
    params: { fact, why, ...(of.length === 0 ? {} : { of: of.join('; ') }) },
  }),
  unreadableFile: (fact: string, why: UnknownReason, { file, line, problem }: UnreadableFile): Reason => ({
    code: 'unreadable-file',
    params: { fact, why, file, line, problem },
  }),
} as const;

export const HOST_TEMPLATES: Readonly<Record<string, string>> = {
  unproven: 'The input does not prove that this rule is kept',
  faulted: 'Asking this rule failed ({error}), so nobody knows what it would say',
  unknown: 'The fact {fact} could not be read ({why}), so this rule could not be judged',
  'unreadable-file': '{file}:{line} could not be read ({problem}), so nobody knows what it names',
  'unknown-of': 'The fact {fact} could not be read ({why}: {of}), so this rule could not be judged',
};
