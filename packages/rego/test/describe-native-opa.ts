import { describeWith } from '../../../test/needs/describe-with.ts';

const OPA = {
  name: 'a native opa',
  path: process.env['PROOFRAIL_OPA'] ?? '',
  install: 'build it from test/tools and set PROOFRAIL_OPA',
};

/** Tests that compare with a native opa. */
export const describeNativeOpa = (name: string, tests: (opa: string) => void): void =>
  describeWith(OPA, name, () => tests(OPA.path));
