import type { Examination } from '@proofrail/github/doctor';

/** Of a repository, or of files alone: then there is no repository. */
export type AnyExamination = Omit<Examination, 'repository'> & { readonly repository: Examination['repository'] | null };
