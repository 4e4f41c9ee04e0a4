import{$ha as a,$hb as c}from"./chunk-gate-and-evidence.js";import{hash as h}from"node:crypto";var t=32,E=h("sha256","","buffer"),m=0,b=1,p=65535,l=Buffer.alloc(1+p,m),o=Buffer.alloc(1+2*t,b);function x(n){if(n.length>p)throw new RangeError(`an entry of ${n.length} bytes`);return l.set(n,1),i(l.subarray(0,1+n.length),Buffer.allocUnsafe(t),0)}function A(n,e){return o.set(n,1),o.set(e,1+t),i(o,Buffer.allocUnsafe(t),0)}function S(n,e,r,f){n.copy(o,1,e,e+2*t),i(o,r,f)}function i(n,e,r){return e.write(h("sha256",n,"binary"),r,t,"binary"),e}var g=/^(?:0|[1-9][0-9]{0,15})$/;function I({origin:n,size:e,root:r}){return`${n}
${e}
${a(r)}
`}function T(n){let[e,r,f,d,...B]=n.split(`
`);if(e===void 0||e===""||r===void 0||f===void 0||d!==""||B.length>0||!g.test(r))return null;let[u,s]=[Number(r),c(f)];return Number.isSafeInteger(u)&&s?.length===t?{origin:e,size:u,root:s}:null}export{t as a,E as b,m as c,x as d,A as e,S as f,i as g,I as h,T as i};
