/** A record takes plain words alone: free text could hold what may never enter a ledger. */
export const isEnvironmentName = (text: string): boolean => text.length <= 100 && /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(text);
