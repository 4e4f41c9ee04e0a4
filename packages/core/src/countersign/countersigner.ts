import type { PublicKey } from '../canonical/public-key.ts';
import type { EvidenceLog, Product } from '../gate/index.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { KeyIssuer } from '../ports/key-issuer.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Signer } from '../ports/signer.ts';

/** What a sealer needs to vouch for the platform's tokens, beside what it needs to seal. */
export interface Countersigner {
  /**
   * A record key of the sealer's own. The log key signs checkpoints and nothing else: whoever stole one of the two could not make up keys
   * of an issuer that count, because a record by the one has to lie under a seal by the other.
   */
  readonly signer: Signer;
  readonly publicKey: PublicKey;
  /** Where it records what it fetched. */
  readonly stream: StreamId;
  /** The same stream, signed by the same key. */
  readonly evidence: EvidenceLog;
  /** Whom it was told to ask, and nobody else: a token names any issuer it likes. */
  readonly issuers: readonly KeyIssuer[];
  /** `new`: of the records that were sealed since it was last done with all of them. */
  readonly receipts: 'new' | 'all';
  /** Where the tokens lie. */
  readonly attachments: ObjectStore;
  readonly product: Product;
}
