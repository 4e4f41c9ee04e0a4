import{$6a as t}from"./chunk-cli-and-verify.js";import{$6a as e}from"./chunk-gate-and-evidence.js";async function p(i,n){let o=await t(i,n);return e("",o.identities,o)}export{p as a};
