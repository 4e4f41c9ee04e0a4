import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import type { Level } from './level.ts';

/**
 * `security-severity` in a property bag, the only place where SARIF tools say how dangerous a finding is: by convention a score from
 * 0.0 to 10.0 as text (GitHub, "SARIF support for code scanning", reportingDescriptor object). Some write a JSON number; Semgrep
 * writes a word where its rule holds one. Null when nothing is stated, `unknown` when nobody can tell what is meant.
 */
export function statedSeverity(properties: JsonCursor | null): Severity | null {
  const stated = properties?.raw('security-severity');
  if (stated === undefined || stated === null) return null;
  if (typeof stated === 'number') return severityOfScore(stated);
  if (typeof stated !== 'string') return 'unknown';
  const text = stated.trim().toLowerCase();
  return /^\d{1,2}(\.\d+)?$/.test(text) ? severityOfScore(Number(text)) : (WORDS.find((word) => word === text) ?? 'unknown');
}

/** Ranked by what a gate would do: what nobody knows counts as critical. */
const GRAVEST_FIRST: readonly Severity[] = ['unknown', 'critical', 'high', 'medium', 'low', 'none'];

export const graver = (one: Severity, other: Severity): Severity =>
  GRAVEST_FIRST.find((severity) => severity === one || severity === other) ?? 'unknown';

const WORDS = ['critical', 'high', 'medium', 'low', 'none'] as const;

/** CVSS 3.1 section 5, "Qualitative Severity Rating Scale", which GitHub uses for `security-severity` too. */
function severityOfScore(score: number): Severity {
  if (!(score >= 0 && score <= 10)) return 'unknown';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

/**
 * Our choice where a tool states no severity; SARIF itself ranks levels only among each other (3.27.10). `error` is never critical:
 * linters use it for every broken rule.
 */
export function severityOfLevel(level: Level): Severity {
  return SEVERITY_OF_LEVEL[level];
}

const SEVERITY_OF_LEVEL: Readonly<Record<Level, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'none' };
