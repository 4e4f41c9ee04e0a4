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
