import{$aa as o}from"./chunk-gate-and-evidence-and-verify-and-threads.js";function i({older:n,proof:r,note:e}){return[`old ${n}`,...r.map(t=>o(t)),"",e].join(`
`)}export{i as a};
