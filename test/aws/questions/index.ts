import type { Question } from '../question.ts';
import { absentKeys } from './absent-keys.ts';
import { bursts } from './bursts.ts';
import { conditionalCopies } from './conditional-copies.ts';
import { formPosts } from './form-posts.ts';
import { lockHeaders } from './lock-headers.ts';
import { logKey } from './log-key.ts';
import { racingCreates } from './racing-creates.ts';
import { replicas } from './replicas.ts';
import { tagsOfLockedVersions } from './tags-of-locked-versions.ts';

/** In the order of consequence. */
export const QUESTIONS: readonly Question[] = [
  formPosts,
  conditionalCopies,
  replicas,
  racingCreates,
  lockHeaders,
  absentKeys,
  logKey,
  tagsOfLockedVersions,
  bursts,
];
