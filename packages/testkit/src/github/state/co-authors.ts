import type { CommitIdentity, Commit } from './commit.ts';

/** Authors as GitHub lists them: the author, then who the trailers of the message claim. */
export function authorsOf(commit: Commit): CommitIdentity[] {
  const trailers = [...commit.message.matchAll(/^co-authored-by:\s*(.*?)\s*<([^<>]+)>\s*$/gim)];
  const others = trailers.map(([, name = '', email = '']) => ({ name, email, date: commit.author.date }));
  const authors = [commit.author, ...others];
  return authors.filter((author, index) => authors.findIndex((other) => other.email === author.email) === index);
}
