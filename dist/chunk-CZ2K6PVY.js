import{$sa as o}from"./chunk-gate-and-evidence.js";import{$0a as t}from"./chunk-cli-and-verify.js";async function p(i,n){let e=await t(i,n);return o("",e.identities,e)}export{p as a};
