import type { Rejected } from '../diagnostic.ts';

export interface Formatted {
  readonly kind: 'formatted';
  readonly files: Readonly<Record<string, string>>;
}

export type FormatResult = Formatted | Rejected;
