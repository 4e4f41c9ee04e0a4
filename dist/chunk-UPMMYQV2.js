import{f as a,g as b}from"./chunk-3VKB7OH6.js";import"./chunk-VUJKWCT3.js";export{a as context,b as getOctokit};
