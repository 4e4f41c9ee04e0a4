import { describe, expect, it } from '@jest/globals';
import { shippedWorkflows, stepsOf } from './shipped-workflow.ts';

/** The folder that the default ledger is, and the one beside it. */
const [LEDGER, BESIDE] = ['proofrail-ledger', 'proofrail-ledger.attachments'];

const keeping = shippedWorkflows()
  .map((workflow) => [workflow.file, stepsOf(workflow)] as const)
  .filter(([, steps]) => steps.some((step) => step.with?.['path'] === LEDGER));

it('finds the workflows that keep a ledger as an artifact', () => expect(keeping.length).toBeGreaterThanOrEqual(4));

describe.each(keeping)('%s', (_, steps) => {
  const using = (action: string, folder: string) =>
    steps.filter(({ uses, with: given }) => uses?.startsWith(`actions/${action}@`) && given?.['path'] === folder);

  it('carries away with the ledger what vouches for its records: without the tokens a key of one run counts for nothing', () => {
    const names = (folder: string) => using('upload-artifact', folder).map((step) => String(step.with?.['name']));
    expect(names(BESIDE)).toEqual(names(LEDGER).map((name) => `${name}.attachments`)); // where "verify" looks by itself
    expect(using('upload-artifact', BESIDE).map((step) => step.if)).toEqual(
      using('upload-artifact', LEDGER).map((step) => `${step.if} && inputs.attachments == ''`),
    );
  });

  it('hands it on with the ledger from job to job', () => {
    expect(using('download-artifact', BESIDE)).toHaveLength(using('download-artifact', LEDGER).length);
  });
});
