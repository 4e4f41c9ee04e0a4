import{d as a,e as b}from"./chunk-OQRTLGZF.js";import"./chunk-gate-and-cli-and-evidence.js";export{a as context,b as getOctokit};
