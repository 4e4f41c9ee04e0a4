// Stands in for `@actions/exec` inside `@actions/core`, which starts programs to find out what the operating system is called.

export function getExecOutput(): never {
  throw new Error('this build leaves out the platform details of @actions/core (tools/build/bundle.ts)');
}
