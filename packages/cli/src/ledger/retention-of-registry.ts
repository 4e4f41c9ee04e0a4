import { askedRetention, readConfiguration, type AskedRetention } from '@proofrail/core/controls';
import { counted } from '@proofrail/core/text';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';

/** What the registry in a folder asks of a lock, the longest first; nothing where no folder was named. ConfigurationError `controls/...`. */
export function retentionOfRegistry(folder: string | undefined): readonly AskedRetention[] {
  return folder === undefined ? [] : askedRetention(readConfiguration(readProofrailFolder(folder), readBundle().manifest));
}

/** Who asks for more than `days`: `A.5.33 (10 years), A.8.32 (7 years)`. */
export const askingForMore = (asked: readonly AskedRetention[], days: number): string =>
  asked
    .filter((one) => one.days > days)
    .map(({ control, years }) => `${control ?? 'the registry'} (${counted(years, 'year')})`)
    .join(', ');
