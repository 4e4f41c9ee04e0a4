import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{m as i}from"./chunk-KOVCBBJZ.js";import{u as s,w as d}from"./chunk-5XAGWQWV.js";var p=1048576;function c(e){let t=r=>i(r,{most:p}),n=(e.receipt??[]).map(r=>s(t(r),r));return e.trust===void 0?{receipts:n}:{receipts:n,trust:d(t(e.trust),e.trust)}}export{c as a};
