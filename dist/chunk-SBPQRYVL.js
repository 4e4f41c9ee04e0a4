import{a as t,d as r}from"./chunk-IBGUSFT6.js";async function n(e){return[...(await t(e,null,new r)).keys()].filter(o=>o!=="").sort()}export{n as a};
