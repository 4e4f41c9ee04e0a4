/** Behind so many more spaces a bracket stands deeper than any key. */
const SPACES = ' '.repeat(256);
/** Each is found by reading the text once more. */
const MOST_CHARACTERS_READ = 2 * 1_048_576;

/**
 * A text in which some lines that begin with a closing bracket stand further to the right, as YAML 1.2.2 (7.4) wants them. People put the
 * bracket under its key, and other readers take it there. Between brackets spaces mean nothing, so the text means what it meant.
 */
export class MovedBrackets {
  readonly text: string;
  /** Where the lines begin that were moved, ascending. */
  readonly #lines: readonly number[];

  constructor(text: string, lines: readonly number[] = []) {
    this.text = text;
    this.#lines = lines;
  }

  /** With the line of this bracket moved; null: there is none, its line was moved before, or there are too many of them. */
  moving(offset: number): MovedBrackets | null {
    const line = this.text.lastIndexOf('\n', offset - 1) + 1;
    const isBracket = /^ *[\]}]/.test(this.text.slice(line, offset + 1));
    const readSoFar = this.text.length * this.#lines.length;
    if (!isBracket || this.#lines.includes(line) || readSoFar > MOST_CHARACTERS_READ) return null;
    return new MovedBrackets(this.text.slice(0, line) + SPACES + this.text.slice(line), [...this.#lines, line]);
  }

  /** Where what stands at an offset of this text stood before. */
  before(offset: number): number {
    const moved = this.#lines.filter((line) => line + SPACES.length <= offset);
    return offset - moved.length * SPACES.length;
  }
}
