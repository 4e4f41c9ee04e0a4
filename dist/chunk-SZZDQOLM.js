import{$3a as u}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$ac as m,$ad as p}from"./chunk-evidence-and-verify-and-threads.js";import{$ba as a,$bb as i}from"./chunk-gate-and-evidence-and-verify-and-threads.js";var d="c2sp.org/tlog-proof@v1",x=/^extra ([A-Za-z0-9+/]*={0,2})$/,y=/^index (0|[1-9][0-9]{0,15})$/,g=63;function T({extra:n,index:r,hashes:t,checkpoint:o}){return`${[d,...n.length===0?[]:[`extra ${a(n)}`],`index ${r}`,...t.map(a)].join(`
`)}

${p(o)}`}function $(n){let r=Buffer.from(n).toString("latin1"),t=r.indexOf(`

`),[o,...e]=r.slice(0,Math.max(t,0)).split(`
`);if(o!==d)return null;let l=x.test(e[0]??"")?i(x.exec(e.shift()??"")?.[1]??""):new Uint8Array,c=Number(y.exec(e.shift()??"")?.[1]??Number.NaN),s=e.map(i),f=m(n.subarray(t+2));return l===null||f===null||!Number.isSafeInteger(c)||s.length>g||!s.every(h=>h?.length===u)?null:{extra:l,index:c,hashes:s,checkpoint:f}}export{T as a,$ as b};
