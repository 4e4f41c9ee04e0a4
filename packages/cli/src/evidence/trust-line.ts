import { shown } from '../terminal/shown.ts';

/** The first line of whatever rests on signatures: everything after it means only as much as this says. The same words in every command. */
export const trustLine = (trust: string): string => `trust: ${shown(trust)}`;
