import{$da as d}from"./chunk-evidence.js";import{$ka as s,$kb as u}from"./chunk-gate-and-evidence.js";var f=/^(?:0|[1-9][0-9]{0,15})$/;function g({origin:r,size:n,root:e}){return`${r}
${n}
${s(e)}
`}function m(r){let[n,e,t,l,...c]=r.split(`
`);if(n===void 0||n===""||e===void 0||t===void 0||l!==""||c.length>0||!f.test(e))return null;let[o,i]=[Number(e),u(t)];return Number.isSafeInteger(o)&&i?.length===d?{origin:n,size:o,root:i}:null}export{g as a,m as b};
