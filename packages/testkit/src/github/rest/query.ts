/** The parameters after the question mark. What no endpoint looked at is an error of the fake, never an answer that ignores a filter. */
export class Query {
  readonly #parameters: URLSearchParams;
  readonly #looked = new Set<string>();

  constructor(parameters: URLSearchParams) {
    this.#parameters = parameters;
  }

  get(name: string): string | null {
    this.#looked.add(name);
    return this.#parameters.get(name);
  }

  unread(): string[] {
    return [...this.#parameters.keys()].filter((name) => !this.#looked.has(name));
  }
}
