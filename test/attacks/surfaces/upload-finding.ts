import { uploadAnalysis, type SoundChange } from '@proofrail/testkit';

const DRIVER = { name: 'Semgrep', rules: [{ id: 'sql-injection', properties: { 'security-severity': '7.5' } }] };
const PLACE = { physicalLocation: { artifactLocation: { uri: 'src/refund.js' }, region: { startLine: 1 } } };

/** A scanner found something in the change that its registry does not let pass. */
export function uploadFinding({ scenario, repository, pullRequest }: SoundChange): void {
  const result = { ruleId: 'sql-injection', level: 'error', message: { text: 'query from input' }, locations: [PLACE] };
  const sarif = { version: '2.1.0', runs: [{ tool: { driver: DRIVER }, results: [result] }] };
  const ref = `refs/pull/${pullRequest.number}/merge`;
  uploadAnalysis(scenario, repository, { commit: pullRequest.head.commit, ref, tool: 'Semgrep', sarif });
}
