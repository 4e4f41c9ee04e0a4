// Stands in for the half of the npm package yaml that writes: nobody here does, and every gate over a manifest would load it. The one thing
// that reading calls of it is to name a member by a whole map or list, and nobody here asks a manifest for such names.

function refuse(): never {
  throw new Error('this build reads YAML and writes none (tools/build/bundle.ts)');
}

export {
  refuse as createStringifyContext,
  refuse as indentComment,
  refuse as lineComment,
  refuse as stringify,
  refuse as stringifyCollection,
  refuse as stringifyComment,
  refuse as stringifyDocument,
  refuse as stringifyNumber,
  refuse as stringifyPair,
  refuse as stringifyString,
};
