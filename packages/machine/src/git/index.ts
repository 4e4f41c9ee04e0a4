// A door of its own: it starts programs, and no action may load what can.
export { GitRepository } from './git-repository.ts';
