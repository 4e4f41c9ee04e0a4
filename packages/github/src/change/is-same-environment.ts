/** GitHub's names of environments are not case sensitive, and what it answers has the case that the environment was made with. */
export const isSameEnvironment = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
