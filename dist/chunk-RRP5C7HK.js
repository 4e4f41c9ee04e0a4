const {readFileSync:n}=process.getBuiltinModule("node:fs");import i from"node:path";function a(r,t){try{return n(i.join(r,t))}catch{return null}}export{a};
