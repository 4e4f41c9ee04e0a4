/** Where commits arrive: a branch by its name, in a repository by its number. */
export interface Branch {
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string };
  readonly branch: string;
}
