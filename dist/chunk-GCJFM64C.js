import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-TB2YGTBY.js";import"./chunk-IPKC36KA.js";import"./chunk-5B2MLOIL.js";import"./chunk-KOVCBBJZ.js";import"./chunk-NLSV5R6W.js";import"./chunk-5XAGWQWV.js";import"./chunk-TBUKQF3C.js";import"./chunk-PQ7M7EY4.js";export{b as createKeyFiles,a as newKey};
