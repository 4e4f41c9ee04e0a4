/** A list of the input document: it says how many it holds, so that a shorter one shows. */
export const withTotal = <T>(items: T[]): { items: T[]; total: number } => ({ items, total: items.length });
