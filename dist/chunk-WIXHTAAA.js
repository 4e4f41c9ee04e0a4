import{a as r}from"./chunk-TKOQ545D.js";function l(e){return r(e).replaceAll("##[","##\\[").replaceAll("::",":\\:")}export{l as a};
