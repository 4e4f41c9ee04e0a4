const SNYK = [/(^|\/)\.snyk$/iu];
const SEMGREP = [/(^|\/)\.(semgrep|opengrep)[^/]*(\/|$)/iu]; // .semgrep.yml, .semgrepignore, .semgrep/

/**
 * The files in a repository by which a scanner is told, without being asked, what not to look at or not to report, by the scanner's usual
 * name; of what a workflow hands over by name the workflow is the place to look. In any folder and any case; where a folder is meant, a
 * link or a submodule in its place too. docs/controls.md lists them for the people who answer for it.
 */
export const SCANNER_FILES: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['CodeQL', [/^\.github$|^\.github\/codeql(\/|$)/iu]],
  ['Semgrep', SEMGREP],
  ['Opengrep', SEMGREP],
  ['Bandit', [/(^|\/)\.bandit$/iu]],
  ['Brakeman', [/(^|\/)brakeman\.(ignore|ya?ml)$/iu]],
  ['ESLint', [/(^|\/)(eslint\.config\.[^/]+|\.eslintrc[^/]*|\.eslintignore)$/iu]],
  ['mobsfscan', [/(^|\/)\.mobsf$/iu]],
  ['SonarQube', [/(^|\/)(sonar-project|\.sonarcloud)\.properties$/iu]],
  ['Snyk Code', SNYK],
  ['Snyk IaC', SNYK],
  ['Snyk Open Source', SNYK],
  ['Snyk Container', SNYK],
  ['zizmor', [/(^|\/)\.?zizmor\.ya?ml$/iu]],
  ['Checkov', [/(^|\/)\.checkov\.(ya?ml|baseline)$/iu]],
  ['KICS', [/(^|\/)kics\.config[^/]*$/iu]],
  ['tfsec', [/(^|\/)\.tfsec(\/|$)/iu]],
  ['Hadolint', [/(^|\/)\.hadolint\.ya?ml$/iu]],
  ['OSV-Scanner', [/(^|\/)osv-scanner\.toml$/iu]],
  ['cargo-audit', [/(^|\/)\.cargo(\/audit\.toml)?$/iu]],
  ['Trivy', [/(^|\/)(\.trivyignore[^/]*|trivy[^/]*\.ya?ml)$/iu]],
  ['Grype', [/(^|\/)(\.?grype\.ya?ml|\.grype(\/.+)?)$/iu]],
  ['Syft', [/(^|\/)(\.?syft\.ya?ml|\.syft(\/.+)?)$/iu]], // writes the SBOM that others look through
  ['Gitleaks', [/(^|\/)\.gitleaks[^/]*$/iu]], // .gitleaks.toml, .gitleaksignore
  ['secretlint', [/(^|\/)\.secretlint(rc[^/]*|ignore)$/iu]],
  ['detect-secrets', [/(^|\/)\.secrets\.baseline$/iu]],
  ['GitGuardian', [/(^|\/)\.gitguardian\.ya?ml$/iu]],
  ['ZAP', [/(^|\/)\.zap(\/|$)/iu]],
  ['pre-commit', [/(^|\/)\.pre-commit-config\.ya?ml$/iu]], // runs scanners, and says with which options
]);
