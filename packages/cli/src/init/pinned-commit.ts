const PIN = /(proofrail\/proofrail\/\S+@|repository: proofrail\/proofrail\n +ref: )([0-9a-f]{40,64})( # \S+)?/g;

/** Names another commit of Proofrail. The comment that named the version goes: nobody can say which version a commit is. */
export const withPin = (text: string, commit: string): string =>
  text.replace(PIN, (whole, uses: string, found: string) => (found === commit ? whole : `${uses}${commit}`));

/** The commit of Proofrail that a file names; null where it names none. */
export const pinOf = (text: string): string | null => [...text.matchAll(PIN)][0]?.[2] ?? null;
