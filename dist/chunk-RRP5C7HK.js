const {readFileSync:n}=process.getBuiltinModule("node:fs");const i=process.getBuiltinModule("node:path");function a(r,t){try{return n(i.join(r,t))}catch{return null}}export{a};
