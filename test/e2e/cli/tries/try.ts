/** One call of the command line, and how it ends. */
export interface Try {
  readonly argv: readonly string[];
  readonly exit: number;
  /** The code of the error; absent where the command answers. */
  readonly code?: string;
}

/** A call with an option and its value left out. */
export const without = (argv: readonly string[], option: string): string[] =>
  argv.filter((_, index) => argv[index] !== option && argv[index - 1] !== option);

/** A call in which these options have these values, whatever they had before. */
export const instead = (argv: readonly string[], ...words: readonly string[]): string[] => [
  ...words.filter((word) => word.startsWith('--')).reduce(without, [...argv]),
  ...words,
];
