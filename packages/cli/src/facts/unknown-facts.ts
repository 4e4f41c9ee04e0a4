import type { FactsDocument, UnknownReason } from '@proofrail/core/context';

/** What nobody could read, by its place in the document. */
export function unknownFacts({ change, ...facts }: FactsDocument): { readonly fact: string; readonly why: UnknownReason }[] {
  return [...unknownIn(facts, ''), ...unknownIn(change, 'change.')];
}

function unknownIn(members: object, prefix: string) {
  return Object.entries(members).flatMap(([name, value]: [string, unknown]) =>
    isUnknown(value) ? [{ fact: `${prefix}${name}`, why: value.why }] : [],
  );
}

const isUnknown = (value: unknown): value is { readonly known: false; readonly why: UnknownReason } =>
  typeof value === 'object' && value !== null && 'known' in value && value.known === false;
