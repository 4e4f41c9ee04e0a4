import{a as r}from"./chunk-BNTI2HSK.js";function l(e){return r(e).replaceAll("##[","##\\[").replaceAll("::",":\\:")}export{l as a};
