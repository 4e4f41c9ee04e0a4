/** An account. `kind` is what GitHub calls it, not what sits behind it. */
export interface Person {
  readonly id: number;
  login: string;
  readonly kind: 'User' | 'Bot' | 'Mannequin' | 'Organization';
  /** Addresses by which GitHub links a commit to the account. */
  readonly emails: readonly string[];
}

export type Access = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export const canPush = (access: Access): boolean => access === 'admin' || access === 'maintain' || access === 'write';
