import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-VE6JQ4X6.js";import"./chunk-X3NOMPJM.js";import"./chunk-5B2MLOIL.js";import"./chunk-ZAE63MLA.js";import"./chunk-HRVVE7LV.js";import"./chunk-TBUKQF3C.js";import"./chunk-PQ7M7EY4.js";export{b as createKeyFiles,a as newKey};
