import{$sa as o}from"./chunk-of-all.js";function i({older:n,proof:r,note:e}){return[`old ${n}`,...r.map(t=>o(t)),"",e].join(`
`)}export{i as a};
