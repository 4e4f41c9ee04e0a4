import{$yc as o}from"./chunk-gate-and-cli-and-evidence.js";function t(r,e,n){if(n instanceof o)return{code:r,by:e,why:n.code};throw n}export{t as a};
