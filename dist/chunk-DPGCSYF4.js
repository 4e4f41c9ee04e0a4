import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
function n({neverWaived:e,...r}){return{...r,never_waived:e}}export{n as a};
