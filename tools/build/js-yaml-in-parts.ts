import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

const TOP_LEVEL_VALUE = /^var (\S+) = ([^]*?);$(?=\n\S)/gm;

/**
 * The package is one module, and esbuild must suppose that making its schemas, tags and patterns for writing has effects. Said to be
 * without any, as they are, they stay away where nobody asks for them: 25 kB to read YAML instead of 41, and a millisecond less.
 */
export const jsYamlInParts: Plugin = {
  name: 'js-yaml-in-parts',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(TOP_LEVEL_VALUE, inPart),
    }));
  },
};

/** An array made by its length is filled by the lines after it. */
const inPart = (whole: string, name: string, value: string): string =>
  value.startsWith('new Array(') ? whole : `var ${name} = /* @__PURE__ */ (() => (${value}))();`;
