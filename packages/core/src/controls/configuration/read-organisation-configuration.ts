import { ConfigurationError } from '../../outcomes/index.ts';
import type { Configuration } from './configuration.ts';
import type { KnownRules } from '../registry/known-rules.ts';
import { isRegistryPath, readConfiguration } from './read-configuration.ts';
import { tighten } from './tighten/tighten.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const ROLES = /^roles\.ya?ml$/;
const REGISTRY_OR_TOOLS = (path: string): boolean => isRegistryPath(path) || /^tools\.ya?ml$/.test(path);

/**
 * The configuration of a repository whose organisation has one: the organisation's, and the repository's own `.proofrail/` on top,
 * which may only tighten. A repository without a registry brings no more than exceptions, triage and sources.
 *
 * @throws ConfigurationError `tighten/roles`, `tighten/nothing-left`, and what `readConfiguration` throws
 */
export function readOrganisationConfiguration(organisation: Files, repository: Files, known: KnownRules): Configuration {
  const own = [...repository.keys()].find((path) => ROLES.test(path));
  if (own !== undefined) throw ownRoles(own);
  const hasRegistry = [...repository.keys()].some(isRegistryPath);
  const lent = [...organisation].filter(([path]) => ROLES.test(path) || (!hasRegistry && REGISTRY_OR_TOOLS(path)));
  const wanted = readConfiguration(new Map([...lent, ...repository]), known);
  return tighten(readConfiguration(organisation, known), wanted);
}

/** Whoever could say there who holds a role could approve by it. */
const ownRoles = (at: string): ConfigurationError =>
  new ConfigurationError('tighten/roles', {
    expected: 'roles in the organisation’s .proofrail/ alone',
    found: 'roles of the repository’s own',
    at,
    doThis: 'Move them to the repository of the gate.',
  });
