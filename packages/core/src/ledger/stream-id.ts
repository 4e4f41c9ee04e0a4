import { ConfigurationError } from '../outcomes/failure.ts';

/**
 * One chain of evidence: a repository by its number, or `<number>-pr` for what runs with a pull request's credentials (decisions.md,
 * Ledger). Never a name: a renamed repository must not become a second stream (attack 4).
 */
export type StreamId = string & { readonly brand: 'stream-id' };

const STREAM_ID = /^(0|[1-9][0-9]{0,19})(-pr)?$/;

export function isStreamId(text: unknown): text is StreamId {
  return typeof text === 'string' && STREAM_ID.test(text);
}

/** ConfigurationError `ledger/stream-id`. */
export function parseStreamId(text: string, at = 'stream'): StreamId {
  if (isStreamId(text)) return text;
  throw new ConfigurationError('ledger/stream-id', {
    expected: 'a repository id in digits, with "-pr" behind it for the stream of pull requests',
    found: JSON.stringify(text.slice(0, 80)),
    at,
    doThis: 'Use the numeric id of the repository (GITHUB_REPOSITORY_ID), not its name.',
  });
}

/** The numeric id of the repository that a stream belongs to. */
export const repositoryOf = (stream: StreamId): string => stream.replace(/-pr$/, '');

/** What is written with a pull request's credentials never satisfies a rule, a digest check or a pointer. */
export function isPullRequestStream(stream: StreamId): boolean {
  return stream.endsWith('-pr');
}
