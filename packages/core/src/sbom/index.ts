export { readSbom } from './read-sbom.ts';
export type { Component, Sbom, SbomContent, SbomFormat } from './sbom.ts';
export type { SbomReader } from './sbom-reader.ts';
