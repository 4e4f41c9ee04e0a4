import{setTimeout as i}from"node:timers/promises";var p=o=>({now:()=>o.now(),sleep:t=>i(t)});export{p as a};
