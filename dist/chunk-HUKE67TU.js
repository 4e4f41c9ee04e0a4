import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{d as r}from"./chunk-E3VOHY3Z.js";import{c as t}from"./chunk-RZ5ULL6S.js";function y(e,c,i){let{facts:a,configuration:o,reports:p,source:u}=e,{document:n,people:s}=t(a,o,p,{at:i,source:u});return{...e,document:n,people:s,decision:r(c,n,o)}}export{y as a};
