import {
  askedRetention,
  kindsKeptLonger,
  readConfiguration,
  type AskedRetention,
  type KindKeptLonger,
} from '@proofrail/core/controls';
import { counted } from '@proofrail/core/text';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';

export interface RetentionOfRegistry {
  /** Of every object, the longest first; nothing where no folder was named. */
  readonly asked: readonly AskedRetention[];
  /** Of some kinds of evidence, where that is for longer than `days`. */
  kindsBeyond(days: number): readonly KindKeptLonger[];
}

/** What the registry in a folder asks of locks. ConfigurationError `controls/...`. */
export function retentionOfRegistry(folder: string | undefined): RetentionOfRegistry {
  if (folder === undefined) return { asked: [], kindsBeyond: () => [] };
  const registry = readConfiguration(readProofrailFolder(folder), readBundle().manifest);
  return { asked: askedRetention(registry), kindsBeyond: (days) => kindsKeptLonger(registry, days) };
}

/** Who asks for more than `days`: `A.5.33 (10 years), A.8.32 (7 years)`. */
export const askingForMore = (asked: readonly AskedRetention[], days: number): string =>
  asked
    .filter((one) => one.days > days)
    .map(({ control, years }) => `${control ?? 'the registry'} (${counted(years, 'year')})`)
    .join(', ');
