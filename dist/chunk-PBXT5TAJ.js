import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
function e(r,n,t=`${n}s`){return`${r} ${r===1?n:t}`}export{e as a};
