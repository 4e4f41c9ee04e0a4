import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-6N6OPC7A.js";import"./chunk-S5EKUEXS.js";import"./chunk-5B2MLOIL.js";import"./chunk-S2YANSOJ.js";import"./chunk-MXQXJLFV.js";import"./chunk-IMQLKDSN.js";import"./chunk-A6PD34IF.js";import"./chunk-PQ7M7EY4.js";export{b as createKeyFiles,a as newKey};
