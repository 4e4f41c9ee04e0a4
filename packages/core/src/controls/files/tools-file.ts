import * as v from 'valibot';
import { ConfigurationError } from '../../outcomes/index.ts';
import { checkDocument } from '../../documents/check-document.ts';
import type { ControlRegistry } from '../registry/control-registry.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';
import { toolEntry, toolOf } from '../registry/tool-entry.ts';
import { mapOf, toolName } from '../registry/vocabulary.ts';

const toolsFile = v.strictObject({ tools: mapOf(toolName, toolEntry) });

/**
 * `.proofrail/tools.yaml`: what a scanner looks for, where a registry in the short form has no word for it: a tool that the product does
 * not know, or one that is used otherwise than most people use it. The own form says it on its own page.
 *
 * @throws ConfigurationError `tools/...` with file, line and column
 */
export function withTools<T extends Pick<ControlRegistry, 'form' | 'tools'>>(registry: T, document: YamlDocument | null): T {
  if (document === null) return registry;
  if (registry.form === 'own') throw twoPlaces(document.file);
  const { tools } = checkDocument(document, toolsFile, {
    area: 'tools',
    docs: 'docs/controls.md',
    words: ['tools', 'class', 'clean_reports_list_no_rules'],
  });
  const named = Object.entries(tools).map(([name, entry]) => [name.toLowerCase(), toolOf(name, entry)] as const);
  if (new Set(named.map(([key]) => key)).size < named.length) throw spelledTwice(document);
  return { ...registry, tools: Object.fromEntries(named) };
}

const twoPlaces = (file: string): ConfigurationError =>
  new ConfigurationError('tools/two-places', {
    expected: 'tools under "tools" in controls.yaml, which holds every choice',
    found: 'a file of their own',
    at: file,
    doThis: 'Move them into controls.yaml.',
  });

const spelledTwice = (document: YamlDocument): ConfigurationError =>
  new ConfigurationError('tools/contradiction', {
    expected: 'each tool once, whatever its case',
    found: 'two spellings of one name',
    at: document.at('/tools'),
    doThis: 'Keep one of them.',
  });
