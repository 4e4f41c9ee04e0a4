import{$kc as o}from"./chunk-of-all.js";function t(r,e,n){if(n instanceof o)return{code:r,by:e,why:n.code};throw n}export{t as a};
