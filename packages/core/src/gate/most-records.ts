/**
 * Of each stream; a void slot counts as one record. A repository that deploys what another one builds may have no decision at all: its
 * stream is not read back to the beginning to learn that, because nothing bounds the memory that this would take.
 */
export const MOST_RECORDS = 256;
