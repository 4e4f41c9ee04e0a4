import { describe, expect, it } from '@jest/globals';
import { examineWorkflows, NOT_UNDERSTOOD, SURROUNDINGS_UNSEEN, WORKFLOW_CHECKS } from '@proofrail/core/workflows';
import { plantedCodes, plantedWorkflows, type PlantedWorkflows } from './planted-workflows.ts';

const examine = ({ files, required }: PlantedWorkflows) =>
  examineWorkflows(files, { ...SURROUNDINGS_UNSEEN, required }).findings.map(({ code, file, line }) => ({
    code,
    at: `${file}:${line}`,
  }));

describe('every check of workflow files', () => {
  it('has a planted workflow and a clean twin', () => {
    expect(plantedCodes()).toEqual([...WORKFLOW_CHECKS, NOT_UNDERSTOOD].map(({ code }) => code).sort());
  });

  it.each(plantedCodes())('%s finds each planted fault on its line, and nothing else', (code) => {
    const planted = plantedWorkflows(code, 'planted');
    expect(planted.marked.length).toBeGreaterThan(0);
    expect(examine(planted)).toEqual(planted.marked.map((at) => ({ code, at })));
  });

  it.each(plantedCodes())('%s accuses nobody who does the same thing properly', (code) => {
    expect(examine(plantedWorkflows(code, 'clean'))).toEqual([]);
  });
});
