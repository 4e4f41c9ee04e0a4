export { formatAddCheckpoint, type AddCheckpoint } from './add-checkpoint.ts';
export { formatCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
export { decodeEntries, encodeEntries } from './entry-bundle.ts';
export { formatNote, parseNote, type Note, type NoteSignature } from './note.ts';
export {
  cosignatureTime,
  formatVerifierKey,
  logKey,
  noteKey,
  parseVerifierKey,
  type NoteAlgorithm,
  type NoteKey,
} from './note-key.ts';
export { openNote, type OpenedNote } from './open-note.ts';
export { consistencySpans, inclusionSpans, type Span } from './proof-plan.ts';
export { RightEdge, type OnNode } from './right-edge.ts';
export { cosignNote, signNote } from './sign-note.ts';
export { rootOfTile } from './tile.ts';
export { TileHashes, widthAt, type ReadTile } from './tile-hashes.ts';
export { bundlePath, parseTilePath, tilePath, TILE_WIDTH, type TilePath } from './tile-path.ts';
export { TiledTree, type FullTile } from './tiled-tree.ts';
export type { CheckedBundle, CheckedTile } from './tile-check.ts';
export { formatProof, looksLikeProof, parseProof, type TlogProof } from './tlog-proof.ts';
export { HASH_BYTES, leafHash } from './tree-hash.ts';
export { verifyConsistency, type Tree } from './verify-consistency.ts';
export { verifyInclusion, type Inclusion } from './verify-inclusion.ts';
export { bundleChecker, verifyTiledLog, type CheckBundle, type ReadObject, type VerifiedLog } from './verify-tiled-log.ts';
