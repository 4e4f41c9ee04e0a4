import type { CommandAnswer } from './command-runner.ts';

/** One step of the story. */
export interface Scene {
  readonly title: string;
  /** The commands that a person would type for it. */
  readonly commands: readonly string[];
  readonly lines: readonly Line[];
  /** Whether everything went as the story says; the demo fails where it did not. */
  readonly asTold: boolean;
}

export interface Line {
  readonly mark: 'good' | 'bad' | 'note' | 'detail';
  readonly text: string;
}

export const good = (text: string): Line => ({ mark: 'good', text });
export const bad = (text: string): Line => ({ mark: 'bad', text });
export const note = (text: string): Line => ({ mark: 'note', text });
export const detail = (text: string): Line => ({ mark: 'detail', text });

export const commandsOf = (...answers: readonly CommandAnswer[]): string[] => answers.map(({ command }) => command);
