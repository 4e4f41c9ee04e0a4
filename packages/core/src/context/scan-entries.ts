import type { ScanReport, UnlistedRules } from '../reports/scan-report.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { known, unknown } from '../facts/fact.ts';
import type { FactsDocument } from './facts-document.ts';
import type { InputDocument } from './input-document.ts';
import { toolClass, type ToolClass } from '../controls/registry/tool-class.ts';
import { epochOf } from './epoch.ts';
import { wholeList } from './whole-list.ts';

type Tools = Readonly<Record<string, ToolClass>>;
type Scan = Extract<InputDocument['scans'], { known: true }>['value']['items'][number];

/**
 * The scans that the facts speak of, each with what its report says. A report that no fact mentions adds its findings but is no scan
 * of this commit, whatever it says about itself; a fact whose report was not handed over is a scan with an unknown result.
 */
export function scanEntries(
  facts: FactsDocument,
  reports: ReadonlyMap<string, ScanReport>,
  tools: Tools,
): InputDocument['scans'] {
  return wholeList(facts.scans, ({ scanner, report: digest, commit, completed_at, producer }): Scan => {
    const tool = classify(scanner, tools);
    const report = reports.get(digest);
    return {
      scanner: tool.name,
      class: tool.class,
      commit,
      completed_at: epochOf(completed_at),
      producer,
      result: report === undefined ? unknown('absent') : resultOf(report, tool, tools),
    };
  });
}

/** A report by another tool than the facts say proves nothing about the scan that was asked for. */
function resultOf(report: ScanReport, tool: ToolClass, tools: Tools): Scan['result'] {
  const byThisTool = report.tools.some(({ name }) => toolClass(name, tools)?.name === tool.name);
  if (!byThisTool) return unknown('unusable');
  if (report.result.known) return known({ ...report.result.value, basis: 'rules' });
  return isVouchedFor(report.unlisted, tools)
    ? known({ rules: report.unlisted.rules, findings: report.findings.length, basis: 'word' })
    : report.result;
}

/** Only where the registry says of each tool by name that its clean reports list no rules. */
function isVouchedFor(unlisted: UnlistedRules | null, tools: Tools): unlisted is UnlistedRules {
  return unlisted?.tools.every((name) => toolClass(name, tools)?.cleanWithoutRules === true) ?? false;
}

/** @throws ConfigurationError `report/unclassified`: guessing a class would put findings under somebody else's threshold */
export function classify(name: string, tools: Tools): ToolClass {
  const found = toolClass(name, tools);
  if (found !== null) return found;
  throw new ConfigurationError('report/unclassified', {
    expected: 'a scanner whose purpose is known',
    found: name,
    at: 'the scan reports',
    doThis:
      'Say what it looks for (sast, dependency, secrets, iac, container or dast) under "tools" in .proofrail/controls.yaml, or in .proofrail/tools.yaml beside controls/; below an organisation, in the organisation’s.',
  });
}
