import type { ConfigurationError } from '../outcomes/index.ts';
import { readConfiguration, readOrganisationConfiguration, type Configuration, type KnownRules } from '../controls/index.ts';

/** Path inside `.proofrail/` → bytes. */
export type ProofrailFiles = ReadonlyMap<string, Uint8Array>;

/** What a change is judged by, as bytes; or why there is nothing that it could be judged by. */
export type PolicyFiles =
  | {
      readonly kind: 'files';
      readonly repository: ProofrailFiles;
      /** The organisation's, which the repository's may only tighten; null where it stands for itself. */
      readonly organisation: ProofrailFiles | null;
    }
  | { readonly kind: 'unusable'; readonly fault: ConfigurationError };

/** @throws ConfigurationError as those who read the files do, or the fault that was met when they were fetched */
export function configurationOf(files: PolicyFiles, known: KnownRules): Configuration {
  if (files.kind === 'unusable') throw files.fault;
  const { repository, organisation } = files;
  return organisation === null
    ? readConfiguration(repository, known)
    : readOrganisationConfiguration(organisation, repository, known);
}
