/** Epoch seconds of an RFC 3339 time that the schema has checked. Fractions are dropped: rules see whole seconds (policy.md 1.2). */
export function epochOf(timestamp: string): number {
  return Math.floor(Date.parse(timestamp) / 1000);
}
