import { getInput } from '@actions/core';
import { asciiTrim } from './ascii-trim.ts';

/** One input of the action as its author wrote it, without blanks around it; empty when it was not given. */
export type ReadInput = (name: string) => string;

export const readInput: ReadInput = (name) => asciiTrim(getInput(name, { trimWhitespace: false }));
