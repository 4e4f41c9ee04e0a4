import{f as a,g as b}from"./chunk-L53WY4PN.js";import"./chunk-NFJDKJ6L.js";export{a as context,b as getOctokit};
