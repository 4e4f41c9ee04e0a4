import{$sa as o}from"./chunk-gate-and-cli-and-evidence.js";var t=n=>o({plan:n,v:1});export{t as a};
