import{a as o}from"./chunk-BNTI2HSK.js";function p(e){let t=!1,n=r=>{e.write(`${t?i:""}${r}
`),t=!1};return{info:r=>n(o(r)),warning:r=>n(`warning: ${o(r)}`),progress:r=>{e.isTTY===!0&&(e.write(`${i}${o(r)}`),t=!0)}}}var i="\r\x1B[2K";var g={now:()=>Date.now()};var f="0.1.0";export{p as a,g as b,f as c};
