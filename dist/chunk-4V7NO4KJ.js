import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-OWIFVQUR.js";import"./chunk-JVP2RC4S.js";import"./chunk-5B2MLOIL.js";import"./chunk-TOPLBEQI.js";import"./chunk-MXQXJLFV.js";import"./chunk-EQVGQYBT.js";import"./chunk-A6PD34IF.js";import"./chunk-PQ7M7EY4.js";export{b as createKeyFiles,a as newKey};
