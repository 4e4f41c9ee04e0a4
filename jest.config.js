// ES modules throughout, as shipped: the runtime flag --experimental-vm-modules is set by tools/bootstrap.mjs.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  testMatch: ['<rootDir>/{packages,actions,policies,test}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/', '<rootDir>/proofrail-demo/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/proofrail-demo/'],
  testTimeout: 60_000,
  maxWorkers: '100%', // by default jest leaves one core idle, which is half of a machine with two
};
