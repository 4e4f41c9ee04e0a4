import{d as a,e as b}from"./chunk-OQRTLGZF.js";import"./chunk-of-all.js";export{a as context,b as getOctokit};
