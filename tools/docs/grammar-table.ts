/** A grammar beside its words, as the sources of the vocabulary spell it. */
const GRAMMAR = /\(\s*\/(\^[^\n]*\$)\/(u?),\s*'((?:a|an|the) [^'\n]+)'/g;

/** `| in words | exactly |`: the regular expression behind each text with a grammar that the tables of fields mention. */
export function grammarTable(sources: readonly string[], mentionedIn: string): string {
  const found = sources
    .flatMap((source) => [...source.matchAll(GRAMMAR)])
    .map(([, expression = '', flags = '', words = '']) => ({
      words: words.replaceAll('<', '\\<'),
      exactly: `\`${expression.replaceAll('\\/', '/').replaceAll('|', '\\|')}\`${flags === 'u' ? ', Unicode' : ''}`,
    }));
  const rows = found.filter(({ words }) => mentionedIn.includes(words));
  if (rows.length === 0) throw new Error('no grammar was found in the vocabulary');
  return ['| in words | exactly |', '| --- | --- |', ...rows.map(({ words, exactly }) => `| ${words} | ${exactly} |`)].join('\n');
}
