import type { FlowPreset } from './flow.ts';

/** Work goes to develop, releases and urgent repairs to main, and whatever reached main goes back to develop. */
export const gitflow: FlowPreset = {
  name: 'gitflow',
  allowed: [
    { from: 'feature/*', to: 'develop' },
    { from: 'fix/*', to: 'develop' },
    { from: 'release/*', to: 'main' },
    { from: 'hotfix/*', to: 'main' },
    { from: 'hotfix/*', to: 'develop' },
    { from: 'release/*', to: 'develop' },
    { from: 'main', to: 'develop' },
  ],
};
