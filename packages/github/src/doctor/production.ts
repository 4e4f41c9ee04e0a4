import type { Environment } from './reads/environments.ts';

/** GitHub has no mark for production: the name is all there is. */
export const isProduction = (name: string): boolean => /(?<![a-z])(prod|production|live)(?![a-z])/i.test(name);

export const reviewersOf = ({ protection_rules: rules }: Environment) => rules.find(({ type }) => type === 'required_reviewers');
