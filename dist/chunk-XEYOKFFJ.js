import{e as t}from"./chunk-BJWWN4ZA.js";async function s(r){return[...(await t(r,null)).keys()].filter(e=>e!=="").sort()}export{s as a};
