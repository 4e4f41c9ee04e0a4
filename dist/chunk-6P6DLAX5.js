import{d as a,e as b}from"./chunk-OQRTLGZF.js";import"./chunk-policy-gate-and-proofrail.js";export{a as context,b as getOctokit};
