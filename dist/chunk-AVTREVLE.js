import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-RHVH2GNC.js";import"./chunk-72XY4KTN.js";import"./chunk-5B2MLOIL.js";import"./chunk-4X4O74SB.js";import"./chunk-6QGH5QRK.js";import"./chunk-A6PD34IF.js";import"./chunk-PQ7M7EY4.js";export{b as createKeyFiles,a as newKey};
