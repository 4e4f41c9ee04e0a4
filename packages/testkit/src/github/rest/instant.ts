/** A time as GitHub writes it: to the second, in UTC. */
export function instant(date: Date): string;
export function instant(date: Date | null | undefined): string | null;
export function instant(date: Date | null | undefined): string | null {
  return date?.toISOString().replace(/\.\d+Z$/, 'Z') ?? null;
}
