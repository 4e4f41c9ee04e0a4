import type { Product } from '@proofrail/core/gate';

/** What a record says of itself that somebody makes by hand: its facts were handed over, and no platform stands behind them. */
export const localOrigin = ({ name, version }: Product) =>
  ({ system: 'local', facts: 'given', method: 'manual', collector_id: name, collector_version: version }) as const;
