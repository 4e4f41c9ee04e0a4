import type { CommandAnswer } from './command-runner.ts';

/** One numbered part of the story. */
export interface Scene {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Whether everything went as the story says; the demo fails where it did not. */
  readonly asTold: boolean;
}

export interface Step {
  /** As a person would type it. */
  readonly command: string;
  /** What it answered, told for people. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly mark: 'good' | 'bad' | 'note' | 'detail';
  readonly text: string;
}

export const good = (text: string): Line => ({ mark: 'good', text });
export const bad = (text: string): Line => ({ mark: 'bad', text });
export const note = (text: string): Line => ({ mark: 'note', text });
export const detail = (text: string): Line => ({ mark: 'detail', text });

export const step = ({ command }: CommandAnswer, ...lines: readonly Line[]): Step => ({ command, lines });
