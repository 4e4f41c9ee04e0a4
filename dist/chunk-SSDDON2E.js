import{a as f,e as m}from"./chunk-646W2E6X.js";import{$kb as y,$kc as h}from"./chunk-evidence.js";import{$ha as u,$hb as c}from"./chunk-gate-and-evidence.js";var d="c2sp.org/tlog-proof@v1",p=/^extra ([A-Za-z0-9+/]*={0,2})$/,x=/^index (0|[1-9][0-9]{0,15})$/,A=63;function I({extra:r,index:t,hashes:l,checkpoint:s}){return`${[d,...r.length===0?[]:[`extra ${u(r)}`],`index ${t}`,...l.map(u)].join(`
`)}

${h(s)}`}function T(r){let t=Buffer.from(r).toString("latin1"),l=t.indexOf(`

`),[s,...a]=t.slice(0,Math.max(l,0)).split(`
`);if(s!==d)return null;let e=p.test(a[0]??"")?c(p.exec(a.shift()??"")?.[1]??""):new Uint8Array,n=Number(x.exec(a.shift()??"")?.[1]??Number.NaN),o=a.map(c),i=y(r.subarray(l+2));return e===null||i===null||!Number.isSafeInteger(n)||o.length>A||!o.every(g=>g?.length===f)?null:{extra:e,index:n,hashes:o,checkpoint:i}}function H({index:r,size:t,leaf:l,proof:s,root:a}){if(!Number.isSafeInteger(r)||!Number.isSafeInteger(t)||r<0||r>=t||![l,a,...s].every(i=>i.length===f))return!1;let[e,n]=[r,t-1],o=Buffer.from(l);for(let i of s){if(n===0)return!1;if(e%2===1||e===n)for(o=m(i,o);e%2===0&&e>0;)[e,n]=[e/2,Math.floor(n/2)];else o=m(o,i);[e,n]=[Math.floor(e/2),Math.floor(n/2)]}return n===0&&o.equals(a)}export{I as a,T as b,H as c};
