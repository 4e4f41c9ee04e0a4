// Stands in for the npm package sprintf-js inside the policy SDK, which loads it at start for the built-in sprintf.
// policies/capabilities.json does not let a rule call it; one that could would be denied by this, never passed.

export function vsprintf(): never {
  throw new Error('a policy called the built-in sprintf, which capabilities.json does not allow');
}
