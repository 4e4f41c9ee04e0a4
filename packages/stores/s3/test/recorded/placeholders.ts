/** `<version-id:1>`: what differs from run to run was replaced by its kind and a number. */
const PLACEHOLDER = /^<[a-z-]+:\d+>$/;

/** One value stands for one placeholder and one placeholder for one value, throughout a recording. */
export class Placeholders {
  readonly #values = new Map<string, unknown>();

  /** The recorded answer with the values of this run in place of its placeholders, where that can be. */
  filled(recorded: unknown, actual: unknown): unknown {
    if (typeof recorded === 'string') return PLACEHOLDER.test(recorded) ? this.#valueOf(recorded, actual) : recorded;
    if (typeof recorded !== 'object' || recorded === null) return recorded;
    const own = (actual ?? {}) as Readonly<Record<string, unknown>>;
    const members = Object.entries(recorded).map(([name, member]) => [name, this.filled(member, own[name])] as const);
    return Array.isArray(recorded) ? members.map(([, member]) => member) : Object.fromEntries(members);
  }

  #valueOf(placeholder: string, actual: unknown): unknown {
    if (this.#values.has(placeholder)) return this.#values.get(placeholder);
    const taken = [...this.#values.values()].includes(actual);
    if (taken || typeof actual !== 'string') return placeholder; // differs from every actual value: the comparison says so
    this.#values.set(placeholder, actual);
    return actual;
  }
}
