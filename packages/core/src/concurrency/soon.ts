import { isPromise } from 'node:util/types';

/** There already, or still to come. Promises for what a folder gives at once cost as much as reading it (measured). */
export type Soon<T> = T | Promise<T>;

/** Goes on at once where it can. Not by instanceof: a promise of another realm is still to come too. */
export function whenThere<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return isPromise(value) ? value.then(next) : next(value);
}
