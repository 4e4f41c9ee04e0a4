/** Where the part of a list begins in which all are as wanted; its length: nowhere. Whatever comes before that is not. */
export function firstIndex<T>(list: readonly T[], isWanted: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWanted(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
