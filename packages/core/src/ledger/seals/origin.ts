import { isKeyName } from '../../tlog/note.ts';

/** Characters; as long as a trust file lets its origin be. */
const LONGEST_ORIGIN = 255;

/** Whether a log can have this name: the first line of its checkpoints, and the name of the key that signs them (C2SP signed-note). */
export const isOrigin = (name: string): boolean => isKeyName(name) && name.length <= LONGEST_ORIGIN;
