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

interface Read {
  readonly organisation: ProofrailFiles | null;
  readonly known: KnownRules;
  readonly configuration: Configuration;
}

/** What was read from a repository's files: a gate asks twice, for what to collect and for what to judge by. */
const alreadyRead = new WeakMap<ProofrailFiles, Read>();

/** @throws ConfigurationError as those who read the files do, or the fault that was met when they were fetched */
export function configurationOf(files: PolicyFiles, known: KnownRules): Configuration {
  if (files.kind === 'unusable') throw files.fault;
  const { repository, organisation } = files;
  const read = alreadyRead.get(repository);
  if (read?.organisation === organisation && read.known === known) return read.configuration;
  const configuration =
    organisation === null ? readConfiguration(repository, known) : readOrganisationConfiguration(organisation, repository, known);
  alreadyRead.set(repository, { organisation, known, configuration });
  return configuration;
}
