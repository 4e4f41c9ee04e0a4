import{$oa as i}from"./chunk-evidence.js";var t=255,r=o=>i(o)&&o.length<=t;export{r as a};
