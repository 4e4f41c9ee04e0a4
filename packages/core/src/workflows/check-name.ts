/** The name under which a job reports; `*` stands for what is only known when it runs. */
export class CheckName {
  readonly text: string;
  readonly #pattern: RegExp;

  constructor(text: string) {
    this.text = text;
    this.#pattern = new RegExp(`^${text.split('*').map(escaped).join('[^]*')}$`);
  }

  get exact(): boolean {
    return !this.text.includes('*');
  }

  /** One part of it, a caller or the job itself, is nothing but an expression: then it may be any name at all. */
  get guessed(): boolean {
    return this.text.split(' / ').includes('*');
  }

  mayBe(name: string): boolean {
    return this.#pattern.test(name);
  }

  /** Two open names are taken for the same only when they are written alike: anything else would accuse every matrix. */
  mayEqual(other: CheckName): boolean {
    return this.text === other.text || (this.exact && other.mayBe(this.text)) || (other.exact && this.mayBe(other.text));
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
