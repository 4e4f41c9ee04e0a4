import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../infra/policies/', import.meta.url);

export type PolicyVariables = Readonly<Record<string, string | readonly string[]>>;

/** The template as it lies in infra/policies, by its path without the ending. */
export const shippedTemplate = (name: string): string => readFileSync(new URL(`${name}.json.tftpl`, FOLDER), 'utf8');

/**
 * A shipped policy with everything filled in, as `templatefile` of Terraform does it. The documents use two of its forms and no other:
 * `${name}` for text, `${jsonencode(name)}` for a list.
 */
export function shippedPolicy(name: string, variables: PolicyVariables): string {
  const text = shippedTemplate(name).replaceAll(/\$\{([^}]*)\}/g, (_, expression: string) => {
    const list = /^jsonencode\((\w+)\)$/.exec(expression)?.[1];
    const value = Object.hasOwn(variables, list ?? expression) ? variables[list ?? expression] : undefined;
    if (value === undefined || (typeof value === 'string') !== (list === undefined))
      throw new Error(`${name}: nothing fills in ${expression}`);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  JSON.parse(text);
  return text;
}
