// Stands in for a module of `@aws-sdk/core` that tells everybody on Node 20, in seven lines of stderr before each command about a bucket,
// what later versions of the SDK will want. Ours is built in: whoever runs Proofrail can do nothing about it, and asked for one error.

export const state = { warningEmitted: true };

export function emitWarningIfUnsupportedVersion(): undefined {
  return undefined;
}
