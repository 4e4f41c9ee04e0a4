import{$1a as t}from"./chunk-cli-and-verify.js";import{$za as o}from"./chunk-gate-and-evidence.js";async function p(i,n){let e=await t(i,n);return o("",e.identities,e)}export{p as a};
