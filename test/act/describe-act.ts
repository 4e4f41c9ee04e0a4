import { describeWith } from '../needs/describe-with.ts';

const ACT = { name: 'act', path: process.env['PROOFRAIL_ACT'] ?? '', install: 'build it from test/tools and set PROOFRAIL_ACT' };

/** Tests that run workflows with act. */
export const describeAct = (name: string, tests: (act: string) => void): void => describeWith(ACT, name, () => tests(ACT.path));
