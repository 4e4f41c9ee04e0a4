export interface ReferenceWords {
  readonly registry: readonly string[];
  readonly repository: readonly string[];
  readonly tag: readonly string[];
  readonly digest: readonly string[];
}

/** The references that parts written apart stand for: one for every way to choose among parts that are written twice. */
export function writtenReference({ registry, repository, tag, digest }: ReferenceWords): string[] {
  return orNone(registry).flatMap((host) =>
    orNone(repository).flatMap((name) =>
      orNone(tag).flatMap((label) =>
        orNone(digest).map(
          (bytes) =>
            `${host === '' ? '' : `${host}/`}${name}${label === '' ? '' : `:${label}`}${bytes === '' ? '' : `@${bytes}`}`,
        ),
      ),
    ),
  );
}

const orNone = (words: readonly string[]): readonly string[] => (words.length === 0 ? [''] : words);
