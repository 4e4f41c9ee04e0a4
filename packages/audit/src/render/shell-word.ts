const PLAIN = /^[\w%+,./:=@-]+$/;

/** One word of a command that a reader copies into a shell: the `&` of a bucket's URI would else end the command there. */
export const shellWord = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
