import{$3a as m}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$7c as p,$7d as x}from"./chunk-evidence-and-verify-and-threads.js";import{$aa as s,$ab as a}from"./chunk-gate-and-evidence-and-verify-and-threads.js";var l="c2sp.org/tlog-proof@v1",d=/^extra ([A-Za-z0-9+/]*={0,2})$/,h=/^index (0|[1-9][0-9]{0,15})$/,g=63;function T({extra:n,index:e,hashes:r,checkpoint:o}){return`${[l,...n.length===0?[]:[`extra ${s(n)}`],`index ${e}`,...r.map(s)].join(`
`)}

${x(o)}`}function P(n){let e=Buffer.from(n).toString("latin1").split(`
`);return e[0]===l||e.some(r=>h.test(r))}function U(n){let e=Buffer.from(n).toString("latin1"),r=e.indexOf(`

`),[o,...t]=e.slice(0,Math.max(r,0)).split(`
`);if(o!==l)return null;let f=d.test(t[0]??"")?a(d.exec(t.shift()??"")?.[1]??""):new Uint8Array,c=Number(h.exec(t.shift()??"")?.[1]??Number.NaN),i=t.map(a),u=p(n.subarray(r+2));return f===null||u===null||!Number.isSafeInteger(c)||i.length>g||!i.every(y=>y?.length===m)?null:{extra:f,index:c,hashes:i,checkpoint:u}}export{T as a,P as b,U as c};
