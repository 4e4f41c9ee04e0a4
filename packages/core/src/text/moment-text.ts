/** `2026-11-21 04:00:00 UTC`, without its milliseconds: one zone everywhere, as people compare lists from several systems. */
export function momentText(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
