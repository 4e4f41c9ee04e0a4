import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a as r}from"./chunk-KOVCBBJZ.js";function l(e){return r(e).replaceAll("##[","##\\[").replaceAll("::",":\\:")}export{l as a};
