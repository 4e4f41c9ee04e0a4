import{$db as a}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-cli-and-evidence.js";import"./chunk-gate-and-cli-and-evidence.js";export{a as roleForBuckets};
