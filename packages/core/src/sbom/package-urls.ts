import { PackageURL } from 'packageurl-js';
import type { JsonCursor } from '../documents/index.ts';

/** Reads the package URLs (ECMA-427) of one document and keeps where one is none: dropping it silently would hide a package. */
export class PackageUrls {
  readonly #invalid: string[] = [];

  /** In canonical form, so that one package is one text everywhere; null when there is none, or none that is valid. */
  read(holder: JsonCursor, member: string): string | null {
    const text = holder.text(member);
    if (text === null) return null;
    try {
      return PackageURL.fromString(text).toString();
    } catch {
      // Whatever the library throws: where its rules for Go refuse, 2.0.1 throws a ReferenceError of its own.
      this.#invalid.push(holder.at(member));
      return null;
    }
  }

  /** Places, as file and JSON pointer. */
  get invalid(): readonly string[] {
    return this.#invalid;
  }
}
