import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
function s(n){return JSON.stringify(n,null,2).replace(r,e)}var r=/##(?=\[)|[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu,e=n=>Array.from({length:n.length},(o,t)=>`\\u${n.charCodeAt(t).toString(16).padStart(4,"0")}`).join("");export{s as a};
