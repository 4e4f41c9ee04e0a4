import{readFileSync as n}from"node:fs";import i from"node:path";function a(r,t){try{return n(i.join(r,t))}catch{return null}}export{a};
