import { ConfigurationError } from '../../outcomes/index.ts';
import type { ControlRegistry } from './control-registry.ts';
import type { KnownRules } from './known-rules.ts';
import { parseOwnForm } from './own/parse-own-form.ts';
import { parseShortForm } from './short/parse-short-form.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';

/**
 * The registry in either form, told apart by content: `proofrail: controls/v1` opens our own form. Several files are one registry in
 * the short form only: the own form is one page with every choice on it.
 *
 * @throws ConfigurationError `controls/...` with file, line and column
 */
export function registryOf(documents: readonly YamlDocument[], known: KnownRules): ControlRegistry {
  const own = documents.find(isOwnForm);
  if (own === undefined) return parseShortForm(documents, known);
  const other = documents.find((document) => document !== own);
  if (other === undefined) return parseOwnForm(own, known);
  throw new ConfigurationError('controls/two-registries', {
    expected: `${own.file} alone: it holds every choice`,
    found: other.file,
    at: other.file,
    doThis: 'Keep one of the two.',
  });
}

function isOwnForm({ value }: YamlDocument): boolean {
  return typeof value === 'object' && value !== null && ('proofrail' in value || 'controls' in value);
}
