// Stands in for the npm package yaml (version 1, 100 kB) inside the policy SDK, which loads it at start for the built-ins yaml.*.
// policies/capabilities.json does not let a rule call them; one that could would be denied by this, never passed.

function refuse(): never {
  throw new Error('a policy called a built-in of yaml, which capabilities.json does not allow');
}

export { refuse as parse, refuse as stringify };
