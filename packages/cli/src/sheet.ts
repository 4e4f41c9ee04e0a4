import type { Page } from './answer.ts';

/** One side of the process: where text goes, and what may be done to it there. */
export interface Sheet extends Page {
  write(text: string): void;
}
