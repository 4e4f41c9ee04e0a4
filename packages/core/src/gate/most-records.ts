/**
 * Of a stream, a slot that is void counted as one. A repository that deploys what another one builds may have no decision at all, and is not
 * read to its beginning for that, in a thread whose memory nobody bounds.
 */
export const MOST_RECORDS = 256;
