import { known, unknown } from '../../facts/fact.ts';
import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import type { Finding } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { numberLookAlikes } from '../number-look-alikes.ts';
import type { ReportReader } from '../report-reader.ts';
import { shortTitle } from '../short-title.ts';

const TOOL = 'ZAP';

/** ZAP "Risk" (zaproxy.org, getting started, alerts): 0 informational to 3 high. ZAP has no critical. */
const SEVERITY_OF_RISK: ReadonlyMap<string, Severity> = new Map([
  ['3', 'high'],
  ['2', 'medium'],
  ['1', 'low'],
  ['0', 'none'],
]);

/** The "traditional JSON" report of ZAP, 2.7 and later. */
export const zapReader = {
  format: 'zap' as const,
  title: 'OWASP ZAP JSON',
  mediaType: 'application/json',

  recognises: (document) => document.raw('site') !== undefined && document.raw('@version') !== undefined,

  read(document) {
    const alerts = (document.objects('site') ?? []).flatMap((site) =>
      (site.objects('alerts') ?? []).map((alert) => ({ alert, site: site.text('@name') ?? '' })),
    );
    const findings = numberLookAlikes(alerts.flatMap(({ alert, site }) => findingsOf(alert, site)));
    // The report does not list the rules that ran, only those that spoke: without any, it cannot show that a scan took place.
    const rules = new Set(alerts.map(({ alert }) => alert.requiredText('pluginid'))).size;
    return {
      tools: [{ name: TOOL, version: document.text('@version') }],
      result: rules === 0 ? unknown('absent') : known({ rules, findings: findings.length }),
      unlisted: null, // ZAP's report does not say whether the scan came to its end
      problem: rules === 0 ? 'no-alert' : null,
      findings,
    };
  },
} satisfies ReportReader;

/** One finding per place. ZAP lists a part of the places and counts them all: the rest is one more finding, not covered by theirs. */
function findingsOf(alert: JsonCursor, site: string): Finding[] {
  const instances = alert.objects('instances') ?? [];
  const unlisted = wholeNumber(alert, 'count') - instances.length;
  const places = instances.map((one) => ({
    uri: one.requiredText('uri'),
    value: [one.text('method') ?? '', one.text('param') ?? ''],
  }));
  if (unlisted > 0 || places.length === 0) places.push({ uri: site, value: ['unlisted'] });
  return places.map(({ uri, value }) => findingAt(alert, uri, value));
}

function findingAt(alert: JsonCursor, uri: string, value: readonly string[]): Finding {
  const rule = alert.text('alertRef') || alert.requiredText('pluginid');
  const title = shortTitle(alert.text('alert') || alert.requiredText('name'));
  return {
    tool: TOOL,
    rule,
    severity: severityOf(alert),
    title,
    fingerprint: fingerprintOf({ tool: TOOL, rule, file: uri, by: 'position', value: [title, ...value] }),
    suppressed: alert.text('confidence') === '0', // "false positive": somebody's claim inside ZAP
    location: uri === '' ? null : { file: uri, line: null, column: null },
    tags: (alert.text('cweid') ?? '') === '' ? [] : [`CWE-${alert.text('cweid')}`],
  };
}

function severityOf(alert: JsonCursor): Severity {
  const risk = alert.requiredText('riskcode');
  return SEVERITY_OF_RISK.get(risk) ?? alert.fail('riskcode', 'a risk from "0" to "3"');
}

/** ZAP writes numbers as texts. */
function wholeNumber(alert: JsonCursor, name: string): number {
  const text = alert.text(name) ?? '0';
  return /^\d{1,9}$/.test(text) ? Number(text) : alert.fail(name, 'a whole number as text');
}
