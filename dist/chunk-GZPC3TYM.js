import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{c as a,d as b}from"./chunk-5SDE5VCO.js";import"./chunk-NFETJJRB.js";import"./chunk-PQ7M7EY4.js";export{a as context,b as getOctokit};
