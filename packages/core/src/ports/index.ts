export type { Clock } from './clock.ts';
export type { GitHistory, HistoryCommit, ReplayAnswer, TreeAnswer } from './git-history.ts';
export type { IdentityTokens } from './identity-tokens.ts';
export type { KeyIssuer } from './key-issuer.ts';
export type { KeyId } from './key-id.ts';
export type { Keeping } from './keeping.ts';
export type { LockKeeper } from './lock-keeper.ts';
export type { Logger } from './logger.ts';
export type {
  Assurance,
  BareAnswer,
  CreateAnswer,
  CreatedInTurn,
  ListOptions,
  NewObject,
  ObjectKey,
  ObjectLock,
  ObjectMetadata,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from './object-store.ts';
export type { SignatureAlgorithm, Signer } from './signer.ts';
export type { TimeAuthority } from './time-authority.ts';
export type { Witness, WitnessAnswer } from './witness.ts';
