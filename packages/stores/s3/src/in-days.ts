/** `1 day`, `2 days`. */
export const inDays = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
