export { readSbom } from './read-sbom.ts';
export { readSbomOf } from './read-sbom-of.ts';
export type { Component, Sbom, SbomContent, SbomFormat } from './sbom.ts';
export type { SbomReader } from './sbom-reader.ts';
