import type { ScanClass } from '../../facts/words.ts';

// What scanners call themselves in their reports, and what they look for when used as most people use them. A tool of many trades
// (Trivy, Semgrep) has the class that fits most of its users; the registry says otherwise where it is used otherwise.
const TOOLS: readonly (readonly [name: string, scanClass: ScanClass, usualName?: string])[] = [
  ['CodeQL', 'sast'],
  ['CodeQL command-line toolchain', 'sast', 'CodeQL'],
  ['Semgrep', 'sast'],
  ['Semgrep OSS', 'sast', 'Semgrep'],
  ['Semgrep PRO', 'sast', 'Semgrep'],
  ['Opengrep', 'sast'],
  ['Bandit', 'sast'],
  ['Brakeman', 'sast'],
  ['ESLint', 'sast'],
  ['gosec', 'sast'],
  ['Flawfinder', 'sast'],
  ['mobsfscan', 'sast'],
  ['SpotBugs', 'sast'],
  ['SonarQube', 'sast'],
  ['Snyk Code', 'sast'],
  ['DevSkim', 'sast'],
  ['PMD', 'sast'],
  ['zizmor', 'iac'],
  ['Checkov', 'iac'],
  ['KICS', 'iac'],
  ['tfsec', 'iac'],
  ['terrascan', 'iac'],
  ['kubescape', 'iac'],
  ['Hadolint', 'iac'],
  ['Snyk IaC', 'iac'],
  ['OSV-Scanner', 'dependency'],
  ['dependency-check', 'dependency'],
  ['OWASP Dependency-Check', 'dependency', 'dependency-check'],
  ['npm audit', 'dependency'],
  ['pip-audit', 'dependency'],
  ['cargo-audit', 'dependency'],
  ['govulncheck', 'dependency'],
  ['Snyk Open Source', 'dependency'],
  ['Trivy', 'container'],
  ['Grype', 'container'],
  ['Docker Scout', 'container'],
  ['Snyk Container', 'container'],
  ['Gitleaks', 'secrets'],
  ['TruffleHog', 'secrets'],
  ['secretlint', 'secrets'],
  ['detect-secrets', 'secrets'],
  ['GitGuardian', 'secrets'],
  ['ZAP', 'dast'],
  ['OWASP ZAP', 'dast', 'ZAP'],
  ['Nuclei', 'dast'],
];

/** As they are usually spelt. */
export const KNOWN_TOOLS: readonly string[] = [...new Set(TOOLS.map(([name, , usualName]) => usualName ?? name))];

export interface ToolClass {
  /** As the registry spells it, else as it is usually spelt. */
  readonly name: string;
  readonly class: ScanClass;
  /** The registry vouches for it: its clean reports list no rules, and its word that it came to its end is enough. */
  readonly cleanWithoutRules?: true;
}

const KNOWN: ReadonlyMap<string, ToolClass> = new Map(
  TOOLS.map(([name, scanClass, usualName]) => [name.toLowerCase(), { name: usualName ?? name, class: scanClass }]),
);

/**
 * What a tool looks for: by the registry, else by the table of known tools; null where nobody said. Case does not matter, and the name
 * that comes back is the registry's spelling, so that a required scanner and a delivered one compare as plain text.
 */
export function toolClass(name: string, registry: Readonly<Record<string, ToolClass>>): ToolClass | null {
  const listed = lookUp(name, registry);
  if (listed !== null) return listed;
  const known = KNOWN.get(name.toLowerCase());
  return known === undefined ? null : (lookUp(known.name, registry) ?? known);
}

function lookUp(name: string, registry: Readonly<Record<string, ToolClass>>): ToolClass | null {
  const key = name.toLowerCase();
  return Object.hasOwn(registry, key) ? (registry[key] ?? null) : null;
}
