/** Something that the token could see, or why not and what would show it. Unseen is neither clean nor dirty. */
export type Sight<T> = { readonly seen: true; readonly value: T } | Unseen;

export interface Unseen {
  readonly seen: false;
  readonly why: 'forbidden' | 'absent' | 'unusable' | 'unreachable' | 'truncated' | 'limited';
  /** The permission that would show it, as the person has to write or click it. */
  readonly needs: string;
}

export const seen = <T>(value: T): Sight<T> => ({ seen: true, value });
export const unseen = (why: Unseen['why'], needs: string): Unseen => ({ seen: false, why, needs });

export const fromSight = <T, U>(sight: Sight<T>, convert: (value: T) => U): Sight<U> =>
  sight.seen ? seen(convert(sight.value)) : sight;
