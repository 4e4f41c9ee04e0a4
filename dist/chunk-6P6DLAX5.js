import{d as a,e as b}from"./chunk-OQRTLGZF.js";import"./chunk-NFJDKJ6L.js";export{a as context,b as getOctokit};
