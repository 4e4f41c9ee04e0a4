import type { JsonCursor } from '../../documents/index.ts';

/** What was found, whether the run ended well, and how grave a rule is. The rest (graphs, addresses, translations) decides nothing. */
const DECISIVE = ['results', 'invocations', 'driver', 'extensions'];

/** Whether a holder of external properties (3.15.2, 4) has something that decides: what is in the run is then only a part of it. */
export const liveElsewhere = (holder: JsonCursor | null): boolean =>
  holder !== null && DECISIVE.some((name) => (holder.raw(name) ?? null) !== null);
