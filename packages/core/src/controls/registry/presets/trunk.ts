import type { FlowPreset } from './flow.ts';

/** Every change comes from a branch of its own, whatever its name, straight to a protected branch. */
export const trunk = (protectedBranches: readonly string[]): FlowPreset => ({
  name: 'trunk',
  allowed: protectedBranches.map((branch) => ({ from: '*', to: branch })),
});
