import type { JsonCursor } from '../documents/index.ts';
import { ConfigurationError } from '../outcomes/index.ts';

/** Refuses a second part under the same name: relations that point at it would mean either. */
export class UniqueRefs {
  readonly #seen = new Set<string>();

  add(part: JsonCursor, member: string): void {
    const ref = part.text(member);
    if (ref === null) return;
    if (ref === '') part.fail(member, 'a reference that is not empty');
    if (this.#seen.has(ref)) {
      throw new ConfigurationError('sbom/duplicate-ref', {
        expected: 'every part under a name of its own',
        found: `a second ${ref.slice(0, 100)}`,
        at: part.at(member),
        doThis: 'let the generator write the SBOM again; merging tools have to rename',
      });
    }
    this.#seen.add(ref);
  }
}
