import { brokenAnnotation } from './broken-annotation.ts';
import { CATALOGUE } from './catalogue.ts';
import type { RuleSource } from './read-rules.ts';
import { placesOf } from './unread-pointers.ts';

/**
 * Holds what each rule says of itself against its own text, the input document and the catalogue. That it reads nothing beyond its
 * `inputs` only its answers can show: declared-inputs.test.ts.
 */
export function holdToTheirWord(rules: readonly RuleSource[], files: Readonly<Record<string, string>>, schema: object): void {
  const places = new Set(placesOf(schema));
  for (const rule of rules) {
    refuseUnknownPlaces(rule, places);
    refuseOtherReasons(rule, files[rule.file] ?? '');
    refuseLeftOutControls(rule);
  }
}

/** A misspelt place is known wherever it is asked for, so a fact that nobody could read would look like a failure that may be waived. */
function refuseUnknownPlaces({ annotation, at }: RuleSource, places: ReadonlySet<string>): void {
  const unknown = annotation.custom.inputs.filter((input) => !places.has(input));
  if (unknown.length > 0) throw brokenAnnotation('inputs that the input document has', unknown.join(', '), at);
}

/** The host refuses a reason without a template, and a template without a reason promises what never happens. */
function refuseOtherReasons({ annotation, at }: RuleSource, text: string): void {
  const body = text.slice(text.indexOf('\npackage '));
  const said = Object.keys(annotation.custom.reasons);
  const given = [...body.matchAll(/"code": "([^"]+)"/g)].map(([, code = '']) => code);
  const untold = given.filter((code) => !said.includes(code));
  if (untold.length > 0) throw brokenAnnotation('a template for each reason of the rule', `none for ${untold.join(', ')}`, at);
  const idle = said.filter((code) => !body.includes(`"${code}"`));
  if (idle.length > 0) throw brokenAnnotation('templates of reasons that the rule gives', idle.join(', '), at);
}

function refuseLeftOutControls({ annotation, at }: RuleSource): void {
  const { alias, controls } = annotation.custom;
  const line = CATALOGUE.find((entry) => entry.alias === alias);
  const named = [...controls.iso27001, ...controls.soc2];
  const left = [...(line?.iso27001 ?? []), ...(line?.soc2 ?? [])].filter((control) => !named.includes(control));
  if (left.length > 0)
    throw brokenAnnotation(`the controls that the catalogue has for ${alias}`, `${left.join(', ')} left out`, at);
}
