import type { Linter } from 'eslint';
import { PARTS, STOREYS_OF_CORE, type Part } from './parts.ts';

/** What only some parts may take from outside the house, as the beginning of its name. */
const OUTSIDE: readonly { readonly name: string; readonly isFor: (part: Part) => boolean }[] = [
  { name: '@actions/', isFor: ({ name }) => name === 'runner' },
  { name: '@aws-sdk/', isFor: ({ name }) => name === 'stores' || name === 'signers' },
  // Core knows no file, no network, no environment and no other process.
  { name: 'node:(fs|net|http|child_process|os|process)', isFor: ({ name }) => name !== 'core' },
];

/** Nor does it know a clock: a time always comes in. */
const CLOCKS = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "MemberExpression[object.name='Math'][property.name='random']",
];

const MESSAGE = 'Dependencies point one way: see tools/lint/parts.ts.';

/**
 * One entry for each part, then one for each folder of core, with everything that is forbidden to it: of two entries that set the same
 * rule for a file, ESLint takes the last and forgets the first. What lies beside the sources for tests alone is free.
 */
export const importRules: Linter.Config[] = [
  ...PARTS.map((part) => ruleFor(part, part.sources ?? `packages/${part.name}/src`, [])),
  ...PARTS.filter(({ name }) => name === 'core').flatMap((core) =>
    STOREYS_OF_CORE.flatMap((storey, height) =>
      storey.map((folder) => ruleFor(core, `packages/core/src/${folder}`, [notBelow(folder, height)])),
    ),
  ),
];

function ruleFor(part: Part, sources: string, more: readonly string[]): Linter.Config {
  const forbidden = [...forbiddenTo(part), ...more];
  return {
    files: [`${sources}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.test-support.ts', '**/test/**', '**/fixtures/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.map((regex) => ({ regex, message: MESSAGE })) }],
      'no-restricted-syntax': [
        'error',
        ...forbidden.map((regex) => ({ selector: `ImportExpression[source.value=/${inSelector(regex)}/]`, message: MESSAGE })),
        ...(part.name === 'core' ? CLOCKS : []),
      ],
    },
  };
}

/** A path into another folder of core that is not on a storey below. */
function notBelow(folder: string, height: number): string {
  const others = STOREYS_OF_CORE.slice(height).flat();
  return `^(\\.\\./)+(${others.filter((other) => other !== folder).join('|')})/`;
}

/** Regular expressions over what an import names. */
function forbiddenTo(part: Part): string[] {
  const allowed = PARTS.filter(({ name }) => part.imports.includes(name)).map(({ name, packages = name }) => packages);
  return [
    `^@proofrail/(?!(${allowed.join('|')})(/|$))`,
    '^(\\.\\./)+([a-z0-9-]+/)+src/', // another package by its path
    ...OUTSIDE.filter(({ isFor }) => !isFor(part)).map(({ name }) => `^${name}`),
  ];
}

/** The grammar of selectors ends a regular expression at its first slash. */
function inSelector(regex: string): string {
  return regex.replaceAll('/', '\\u002F');
}
