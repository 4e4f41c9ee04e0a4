import{$2b as a}from"./chunk-gate-and-evidence.js";import"./chunk-of-all.js";import"./chunk-of-all.js";export{a as roleForBuckets};
