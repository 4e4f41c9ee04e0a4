import tseslint from 'typescript-eslint';

// Dependencies point one way: core ← adapters ← actions and CLI (design §2). Each line says what a folder must not import.
const boundaries = [
  [
    'packages/core/src',
    [
      '@proofrail/*',
      '!@proofrail/core',
      '@actions/*',
      '@aws-sdk/*',
      'node:fs*',
      'node:net',
      'node:http*',
      'node:child_process',
      'node:os',
      'node:process',
    ],
  ],
  ['packages/!(runner)/src', ['@actions/*']],
  ['packages/{stores,signers}/*/src', ['@actions/*', '@proofrail/cli', '@proofrail/runner', '@proofrail/audit']],
  ['actions/*/src', ['@actions/*', '@proofrail/cli', '@proofrail/testkit']],
  ['packages/!(testkit)/src', ['@proofrail/testkit']],
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '**/node_modules/',
      'proofrail-demo/',
      'examples/',
      'policies/bundle/',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 250 }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowConstructorOnly: true }], // stand-ins that refuse on construction
      'no-console': 'off',
    },
  },
  ...boundaries.map(([folder, patterns]) => ({
    files: [`${folder}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: patterns, message: 'Dependencies point one way: see design §2 and docs/adr.' }] },
      ],
    },
  })),
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'performance', 'setTimeout', 'setInterval'],
      // Core has no clock: a time always comes in.
      'no-restricted-syntax': [
        'error',
        "NewExpression[callee.name='Date'][arguments.length=0]",
        "CallExpression[callee.object.name='Date'][callee.property.name='now']",
        "MemberExpression[object.name='Math'][property.name='random']",
      ],
    },
  },
);
