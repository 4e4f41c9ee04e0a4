import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{f as a,g as b}from"./chunk-NIKG5R7C.js";import"./chunk-PQ7M7EY4.js";export{a as context,b as getOctokit};
