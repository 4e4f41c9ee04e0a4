import type { Row } from './table.ts';

/** The exponent of growth between two sizes: 1 is linear. */
export function growthRow(what: string, smaller: Measured, larger: Measured): Row {
  const exponent = Math.log(larger.seconds / smaller.seconds) / Math.log(larger.size / smaller.size);
  const detail = `from ${smaller.size} to ${larger.size}`;
  return { what: `growth of ${what}`, found: exponent, bound: 1.15, sense: 'most', detail };
}

interface Measured {
  readonly size: number;
  readonly seconds: number;
}
