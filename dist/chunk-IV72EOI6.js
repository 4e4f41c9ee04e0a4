import{a as r}from"./chunk-F4TM3HEO.js";function l(e){return r(e).replaceAll("##[","##\\[").replaceAll("::",":\\:")}export{l as a};
