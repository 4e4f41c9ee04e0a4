// Stands in for node:child_process inside commander, which loads it at start for subcommands that are programs of their own. We have
// none, and loading it costs a fifth of Node's own start.

export function spawn(): never {
  throw new Error('proofrail has no subcommands that are programs of their own');
}
