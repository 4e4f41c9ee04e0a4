import{a as s}from"./chunk-646W2E6X.js";import{$ha as l,$hb as c}from"./chunk-gate-and-evidence.js";var p=63,a=/^old (0|[1-9][0-9]{0,15})$/;function m({older:n,proof:e,note:r}){return[`old ${n}`,...e.map(o=>l(o)),"",r].join(`
`)}function A(n){let e=n.indexOf(`

`),[r="",...o]=e<0?[]:n.slice(0,e).split(`
`),d=a.exec(r)?.[1],i=o.map(t=>c(t));return d===void 0||o.length>p||!i.every(t=>t?.length===s)?null:{older:Number(d),proof:i,note:n.slice(e+2)}}export{m as a,A as b};
