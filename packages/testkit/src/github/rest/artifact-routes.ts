import { reads } from '../permissions/scopes.ts';
import type { Artifact, WorkflowRun } from '../state/workflow-run.ts';
import { downloadUrl } from './download.ts';
import { notFound, ok, refusal, type RestAnswer } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { artifactShape } from './shapes/workflow-run-shape.ts';

const needs = [reads('actions')];
const ARTIFACT = '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}';

export const artifactRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: ARTIFACT,
    needs,
    answer: (request) =>
      withArtifact(request, (artifact, run) => ok(artifactShape(request.view, request.repository, run, artifact))),
  },
  {
    method: 'GET',
    template: `${ARTIFACT}/{archive_format}`,
    needs,
    answer: (request) =>
      withArtifact(request, (artifact) => {
        if (artifact.expired) return refusal(410, 'Artifact has expired');
        return { status: 302, headers: { location: downloadUrl(request.view.api, artifact) } };
      }),
  },
];

function withArtifact(request: RestRequest, answer: (artifact: Artifact, run: WorkflowRun) => RestAnswer): RestAnswer {
  for (const run of request.repository.runs.values()) {
    const found = run.artifacts.find(({ id }) => id === numbered(request, 'artifact_id'));
    if (found !== undefined) return answer(found, run);
  }
  return notFound();
}
