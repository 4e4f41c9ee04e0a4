/** RFC 3339 in UTC with milliseconds: the one form in which records carry times, and the only one that sorts as text. */
export function timestampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
