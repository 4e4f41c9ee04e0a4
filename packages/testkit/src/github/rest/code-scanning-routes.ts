import { reads } from '../permissions/scopes.ts';
import type { Analysis } from '../state/repository.ts';
import { instant } from './instant.ts';
import { paged } from './paged.ts';
import { notFound, ok, refusal } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { repositoryUrl } from './shapes/repository-shape.ts';

const needs = [reads('security-events')];
const ANALYSES = '/repos/{owner}/{repo}/code-scanning/analyses';

/** Switched off is 403 and no analysis yet is 404: neither says that nothing was found. */
const off = () => refusal(403, 'Code scanning is not enabled for this repository.');

export const codeScanningRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: ANALYSES,
    needs,
    answer: (request) => {
      const { repository, query } = request;
      const ref = query.get('ref');
      const tool = query.get('tool_name');
      const sarif = query.get('sarif_id');
      const pull = query.get('pr');
      if (!repository.codeScanning) return off();
      if (repository.analyses.length === 0) return refusal(404, 'no analysis found');
      const wanted = repository.analyses.filter(
        (analysis) =>
          (ref === null || analysis.ref === ref || analysis.ref === `refs/heads/${ref}`) &&
          (pull === null || [`refs/pull/${pull}/merge`, `refs/pull/${pull}/head`].includes(analysis.ref)) &&
          (tool === null || analysis.tool.name === tool) &&
          (sarif === null || sarifId(analysis) === sarif),
      );
      return paged(request, wanted.reverse(), (analysis) => analysisShape(request, analysis));
    },
  },
  {
    method: 'GET',
    template: `${ANALYSES}/{analysis_id}`,
    needs,
    answer: (request) => {
      if (!request.repository.codeScanning) return off();
      const analysis = request.repository.analyses.find(({ id }) => id === numbered(request, 'analysis_id'));
      if (analysis === undefined) return notFound();
      if (!request.accept.includes('application/sarif+json')) return ok(analysisShape(request, analysis));
      return { ...ok(analysis.sarif), headers: { 'content-type': 'application/sarif+json; charset=utf-8' } };
    },
  },
];

const sarifId = (analysis: Analysis): string => `sarif-${analysis.id}`;

function analysisShape({ view, repository }: RestRequest, analysis: Analysis) {
  return {
    ref: analysis.ref,
    commit_sha: analysis.commit,
    analysis_key: `.github/workflows/security-scan.yml:${analysis.category}`,
    environment: '{}',
    category: analysis.category,
    error: analysis.error,
    warning: analysis.warning,
    created_at: instant(analysis.at),
    results_count: analysis.results,
    rules_count: analysis.rules,
    id: analysis.id,
    url: `${repositoryUrl(view, repository)}/code-scanning/analyses/${analysis.id}`,
    sarif_id: sarifId(analysis),
    tool: { name: analysis.tool.name, guid: null, version: analysis.tool.version },
    deletable: false,
  };
}
