import { malformedUtf8 } from '../../canonical/malformed-utf8.ts';
import { textPosition } from '../../canonical/text-position.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import { configurationDigest } from './configuration-digest.ts';
import type { Configuration } from './configuration.ts';
import type { ControlRegistry } from '../registry/control-registry.ts';
import { readExceptionFiles } from '../files/exception-files.ts';
import { MERGES_BYPASS } from '../../exceptions/merges-bypass.ts';
import type { KnownRules } from '../registry/known-rules.ts';
import { nearest } from '../../documents/nearest.ts';
import { registryOf } from '../registry/registry-of.ts';
import { NO_ROLES, rolesOf, type Roles } from '../files/roles.ts';
import { readStrictYaml, type YamlDocument } from '../../documents/strict-yaml.ts';
import { NO_SOURCES, sourcesOf } from '../files/sources-file.ts';
import { withTools } from '../files/tools-file.ts';
import { triageOf } from '../files/triage.ts';

const REGISTRY = /^(controls\.ya?ml|controls\/[^/]+\.ya?ml)$/;
const ROLES = /^roles\.ya?ml$/;
const TOOLS = /^tools\.ya?ml$/;
const SOURCES = /^sources\.ya?ml$/;
const TRIAGE = /^triage\.ya?ml$/;
const EXCEPTION = /^exceptions\/[^/]+\.ya?ml$/;
/** People put these into every folder; they say nothing to the gate. */
const PROSE = /(^|\/)(README\.md|\.gitkeep)$/;

/**
 * The customer's configuration from the files of `.proofrail/` (path inside it → bytes). A file that nothing reads is an error: it
 * would be taken for one that counts. An exception that cannot be read is kept as such: it excuses nothing, and a rule reports it.
 *
 * @throws ConfigurationError `config/...`, `yaml/...`, `controls/...`, `roles/...`, `tools/...`, `sources/...`, `triage/...` with file, line and column
 */
export function readConfiguration(files: ReadonlyMap<string, Uint8Array>, known: KnownRules): Configuration {
  const paths = [...files.keys()].filter((path) => !PROSE.test(path)).sort();
  paths.forEach(requireKnownPath);
  const readOne = (path: string): YamlDocument => readStrictYaml(textOf(files, path), path);
  const read = (pattern: RegExp): YamlDocument[] => paths.filter((path) => pattern.test(path)).map(readOne);
  const registryFiles = read(REGISTRY);
  const [roleFiles, toolFiles, triageFiles] = [onlyOne(read(ROLES)), onlyOne(read(TOOLS)), onlyOne(read(TRIAGE))];
  const { exceptions, unreadable, said } = readExceptionFiles(only(files, paths, EXCEPTION), readOne);
  const sourceFiles = onlyOne(read(SOURCES));
  if (registryFiles.length === 0) throw noRegistry();
  const { mentionedRoles, exceptionRoles, ...registry } = registryOf(registryFiles, known);
  const roles = roleFiles === null ? NO_ROLES : rolesOf(roleFiles);
  requireDefined(mentionedRoles, roles);
  const withItsTools = withTools(registry, toolFiles);
  return {
    ...withItsTools,
    ...roles,
    exceptions,
    unreadableExceptions: unreadable,
    exceptionApprovers: [...new Set(exceptionRoles.flatMap((role) => roles.roles[role] ?? []))].sort(),
    rules: [...known.rules, MERGES_BYPASS],
    triage: triageFiles === null ? [] : triageOf(triageFiles),
    sources: sourceFiles === null ? NO_SOURCES : sourcesOf(sourceFiles, withItsTools.tools),
    digests: {
      controls: configurationDigest([...registryFiles, ...[toolFiles, sourceFiles].filter((file) => file !== null)]),
      roles: configurationDigest(roleFiles === null ? [] : [roleFiles]),
      exceptions: configurationDigest([...said, ...(triageFiles === null ? [] : [triageFiles])]),
    },
  };
}

function only(
  files: ReadonlyMap<string, Uint8Array>,
  paths: readonly string[],
  pattern: RegExp,
): ReadonlyMap<string, Uint8Array> {
  return new Map(paths.filter((path) => pattern.test(path)).map((path) => [path, files.get(path) ?? new Uint8Array()]));
}

export const isRegistryPath = (path: string): boolean => REGISTRY.test(path);

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path) ?? new Uint8Array();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const { found, text } = malformedUtf8(bytes);
    throw new ConfigurationError('config/encoding', {
      expected: 'UTF-8',
      found,
      at: textPosition(path, text, text.length),
      doThis: 'Save the file as UTF-8.',
      cause,
    });
  }
}

function requireKnownPath(path: string): void {
  if ([REGISTRY, ROLES, TOOLS, SOURCES, TRIAGE, EXCEPTION].some((pattern) => pattern.test(path))) return;
  const meant = nearest(path, ['controls.yaml', 'roles.yaml', 'tools.yaml', 'sources.yaml', 'triage.yaml']);
  throw new ConfigurationError('config/unknown-file', {
    expected: 'controls.yaml or controls/*.yaml, roles.yaml, tools.yaml, sources.yaml, triage.yaml, exceptions/*.yaml',
    found: path,
    at: path,
    doThis: meant === null ? 'Move it out of .proofrail/: nothing reads it.' : `Did you mean ${meant}?`,
  });
}

function onlyOne(documents: readonly YamlDocument[]): YamlDocument | null {
  const [first = null, second] = documents;
  if (first === null || second === undefined) return first;
  throw new ConfigurationError('config/two-files', {
    expected: 'one of the two spellings',
    found: `${first.file} and ${second.file}`,
    at: second.file,
    doThis: 'Keep one of them.',
  });
}

function requireDefined(mentioned: ControlRegistry['mentionedRoles'], { roles }: Roles): void {
  for (const { role, at } of mentioned) {
    if (Object.hasOwn(roles, role)) continue;
    const meant = nearest(role, Object.keys(roles));
    throw new ConfigurationError('roles/undefined', {
      expected: `the role ${role} in roles.yaml, with the people who hold it`,
      found: Object.keys(roles).length === 0 ? 'no roles at all' : `the roles ${Object.keys(roles).sort().join(', ')}`,
      at,
      doThis: meant === null ? 'Add the role to .proofrail/roles.yaml: nobody could ever approve.' : `Did you mean ${meant}?`,
    });
  }
}

function noRegistry(): ConfigurationError {
  return new ConfigurationError('config/no-registry', {
    expected: 'a control registry: controls.yaml, or files in controls/',
    found: 'none',
    at: '.proofrail/',
    doThis: 'Start from examples/payments/.proofrail: a gate without requirements would let everything pass.',
  });
}
